import { printDay } from '../../knowledge/printed-day.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import { channelNamedIn } from '../conversation.ts';
import type { ErasureOutcome } from '../erase-citizen.ts';
import type { ChannelId } from '../ports/channel.ts';
import { type LinkedConversation, MOST_LINKED, MOST_TRIES, type Parted } from './link.ts';

/** After which words a citizen links; it changes with {@link offerWords}. */
export const LINK_CONSENT = 'lien-ket/1';

const CHANNELS: Readonly<Record<ChannelId, string>> = {
  messenger: 'Messenger',
  zalo: 'Zalo',
  web: 'khung chat trên web',
};

/** What stands in the transcript in the place of a code that a citizen typed. */
export const CODE_TYPED = '(mã liên kết)';

const MEANING =
  'Cán bộ xem chung lịch sử ở mọi nơi đã liên kết. Khi anh/chị xóa dữ liệu ở một nơi, các nơi kia cũng bị xóa.';

/** What linking does, and the code; nothing is linked before it is sent elsewhere. */
export function offerWords(code: string): string {
  return [
    'Dạ, một khi anh/chị đã liên kết, cán bộ xem chung lịch sử ở đây và ở cuộc trò chuyện kia của chính anh/chị. Khi anh/chị xóa dữ liệu ở một nơi, nơi kia cũng bị xóa.',
    `Nếu đồng ý, anh/chị mở cuộc trò chuyện kia với trang (Messenger, Zalo hoặc web) rồi gửi mã này trong 10 phút: ${code}`,
    'Mã dùng một lần, chỉ để anh/chị tự gửi; xin đừng đưa cho ai, kể cả cán bộ. Muốn bỏ, anh/chị gõ "hủy liên kết" ạ.',
  ].join('\n');
}

/** Said where the code was sent. */
export function joinedWords(others: readonly LinkedConversation[]): string {
  return `Dạ, em đã liên kết cuộc trò chuyện này với ${linkedInWords(others)} của anh/chị. ${MEANING} Muốn bỏ, anh/chị gõ "hủy liên kết" ạ.`;
}

/** Said where the code was given. */
export function linkedNewsWords(others: readonly LinkedConversation[]): string {
  return `Cuộc trò chuyện này vừa được liên kết với ${linkedInWords(others)} bằng mã của anh/chị. ${MEANING} Nếu không phải anh/chị làm, hoặc muốn bỏ, xin gõ ngay "hủy liên kết" ạ.`;
}

/** Said where the citizen undoes it. */
export function leftWords(others: readonly LinkedConversation[]): string {
  return `Dạ, em đã bỏ liên kết cuộc trò chuyện này với ${linkedInWords(others)}. Từ bây giờ cán bộ không xem chung lịch sử nữa, và xóa dữ liệu ở nơi này không xóa ở nơi kia ạ.`;
}

/** Said where a link was undone elsewhere. @param others with what the conversation is still linked */
export function partedNewsWords({ channels, at }: Parted, others: readonly LinkedConversation[]): string {
  const still =
    others.length === 0
      ? 'Cán bộ không xem chung lịch sử nữa, và xóa dữ liệu ở nơi này không xóa ở nơi kia.'
      : `Cuộc trò chuyện này vẫn liên kết với ${linkedInWords(others)}.`;
  return `Ngày ${printDay(dayInVietnam(at))}, anh/chị đã bỏ liên kết ở ${inWords(channels)}, nên cuộc trò chuyện này không còn liên kết với nơi đó. ${still} Muốn liên kết lại, anh/chị gõ "liên kết tài khoản" ạ.`;
}

/** @param left how many wrong codes are still taken */
export function wrongCodeWords(left: number): string {
  const tries = left === 0 ? 'Anh/chị đã hết lượt thử trong 1 giờ này' : `Trong 1 giờ này anh/chị còn ${left} lượt thử`;
  return `Dạ, mã này không đúng hoặc không còn dùng được (mã có 5 chữ và 4 số, dùng một lần, trong 10 phút). Anh/chị xem lại, hoặc gõ "liên kết tài khoản" ở cuộc trò chuyện kia để lấy mã mới. ${tries} ạ.`;
}

export const LINK_WORDS = {
  nothingLinked:
    'Dạ, cuộc trò chuyện này không liên kết với nơi nào. Mã liên kết lấy ở đây trước đó cũng không dùng được nữa ạ.',
  tooManyTries: `Dạ, trong 1 giờ qua đã có ${MOST_TRIES} mã sai gửi ở đây, nên em tạm không nhận mã để tránh người lạ dò mã. Anh/chị thử lại sau 1 giờ, hoặc chọn "Gặp cán bộ" nếu cần hỏi ạ.`,
  tooManyInAll:
    'Dạ, trong 1 giờ qua có quá nhiều mã sai gửi đến trang từ nhiều nơi, nên em tạm không nhận mã để giữ an toàn cho mọi người. Anh/chị thử lại sau 1 giờ, hoặc chọn "Gặp cán bộ" nếu cần hỏi ạ.',
  sameConversation:
    'Dạ, mã này không gửi ở đây ạ. Anh/chị mở cuộc trò chuyện kia của mình với trang (Messenger, Zalo hoặc web) rồi gửi mã ở đó giúp em.',
  already: 'Dạ, hai cuộc trò chuyện này đã liên kết với nhau rồi ạ.',
  full: `Dạ, một người liên kết được nhiều nhất ${MOST_LINKED} cuộc trò chuyện. Anh/chị gõ "hủy liên kết" ở nơi không dùng nữa rồi thử lại giúp em ạ.`,
} as const;

/** Buttons; at most 20 characters. They say their words for the citizen. */
export const LINK_TITLES = { link: 'Liên kết tài khoản', undo: 'Hủy liên kết' } as const;

/** Added to what a citizen is told of their data. */
export function keptLinkWords(others: readonly LinkedConversation[], linkedAt: number): string {
  return `Cuộc trò chuyện này đang liên kết với ${linkedInWords(others)} (anh/chị liên kết ngày ${printDay(dayInVietnam(linkedAt))}). Cán bộ xem chung lịch sử. Gõ "hủy liên kết" để bỏ ạ.`;
}

/** Added where the citizen may have their data erased. */
export function eraseReachesWords(others: readonly LinkedConversation[]): string {
  return `Chọn "Xóa dữ liệu của tôi" ở đây là xóa cả ở ${linkedInWords(others)} đã liên kết. Chỉ muốn xóa ở đây thì anh/chị gõ "hủy liên kết" trước ạ.`;
}

/** What became of a linked conversation when the citizen had their data erased. */
export function erasedTooWords(channel: ChannelId, outcome: Exclude<ErasureOutcome, 'stale'>, code: string): string {
  const became: Readonly<Record<typeof outcome, string>> = {
    erased: 'cũng đã được xóa',
    'after-closing': 'chưa xóa được vì có việc đang giải quyết; xong việc là hệ thống tự xóa',
    'after-hold':
      'chưa xóa được vì đang được cơ quan tạm giữ theo quy định của pháp luật; hết tạm giữ là hệ thống tự xóa',
  };
  return `Cuộc trò chuyện đã liên kết ở ${CHANNELS[channel]}: ${became[outcome]}. Mã: ${code}.`;
}

/** Said where the data was erased because the citizen asked elsewhere. */
export function askedElsewhereWords(channel: ChannelId): string {
  return `Yêu cầu được gửi từ ${CHANNELS[channel]}, nơi anh/chị đã liên kết.`;
}

/** «Zalo và 2 khung chat trên web». */
function linkedInWords(others: readonly LinkedConversation[]): string {
  return inWords(others.map(({ conversationId }) => channelNamedIn(conversationId)));
}

function inWords(channels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const channel of channels) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const named = Object.entries(CHANNELS).flatMap(([channel, name]) => {
    const count = counts.get(channel) ?? 0;
    return count === 0 ? [] : [count === 1 ? name : `${count} ${channel === 'web' ? name : `cuộc trò chuyện ${name}`}`];
  });
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} và ${named.at(-1)}`;
}
