import { TIMES } from '../console/inbox/vietnamese.ts';
import { momentInWords } from '../console/time-words.ts';
import type { Difference, Replay } from './replay-turn.ts';
import type { NotReplayable } from './why-not.ts';

/** Why nothing is made again, and what to do. */
export const REPLAY_PROBLEMS: Readonly<Record<NotReplayable | 'unknown', string>> = {
  unknown:
    'Không có lượt nào mang mã này. Xem các lượt gần đây: npm run replay (không kèm mã). Nếu trạng thái nằm ở nơi khác, hãy kiểm tra --data hoặc REDIS_URL.',
  erased:
    'Dữ liệu của người hỏi đã được xóa theo yêu cầu, nên lượt này không dựng lại được nữa. Hãy chọn một lượt khác: npm run replay',
  expired:
    'Lời của lượt này đã hết thời hạn lưu và đã bị xóa. Hãy chọn một lượt mới hơn: npm run replay (thời hạn: RETENTION_DAYS).',
  'not-from-documents':
    'Lượt này không được trả lời từ văn bản và không theo quy tắc nào dựng lại được. Xem lý do ghi trong sổ bằng: npm run replay',
  'staff-owned':
    'Lượt này trợ lý không quyết định gì: cuộc trò chuyện đang ở cán bộ (hoặc trợ lý đang tạm nghỉ), tin được chuyển nguyên cho họ. Xem phiếu trong giao diện cán bộ.',
  tapped:
    'Lượt này là một nút bấm, tệp gửi kèm, lời đánh giá hoặc lời rút yêu cầu: hệ thống chỉ ghi nhận, không có câu trả lời nào để dựng lại.',
  reminder:
    'Lượt này nói về nhắc hạn; câu trả lời tùy thuộc những lời nhắc người dân có lúc đó, nay không còn ghi. Xem lời nhắc hiện có: npm run admin -- citizen export …',
  link: 'Lượt này nói về liên kết các cuộc trò chuyện; câu trả lời tùy thuộc mã và liên kết lúc đó, và mã thì không lưu. Xem liên kết hiện có: npm run admin -- citizen export …',
  statement:
    'Lượt này được trả lời bằng thông cáo của cơ quan, sau tên “statement:” là mã. Xem lời đã phát và ai duyệt ở trang Thông cáo.',
  'press-intake':
    'Lượt này hỏi phóng viên những điều còn thiếu (cơ quan, câu hỏi, hạn); kết quả tùy thuộc phiếu lúc đó. Xem sổ báo chí trong giao diện cán bộ.',
  counted:
    'Lượt này do đếm tin: cùng một tin gửi lặp lại, hoặc quá nhiều tin trong một phút. Số đếm chỉ nằm trong bộ nhớ và không lưu, nên không dựng lại được. Các tin đó vẫn còn trong cuộc trò chuyện.',
  'too-old':
    'Lượt này do phiên bản cũ của chương trình ghi, khi đó chưa lưu đủ để dựng lại. Hỏi lại câu đó bằng: npm run ask -- "câu hỏi"',
};

const NONE = 'Chưa có lượt nào trong sổ ghi này.';

/** Lines for a list of turns: mark, id, time, what decided, the masked question. */
export function listInWords(
  turns: readonly {
    readonly turnId: string;
    readonly at: number;
    readonly decidedBy: string;
    readonly question: string;
    readonly replayable: boolean;
  }[],
): string {
  if (turns.length === 0) return NONE;
  return turns
    .map(({ turnId, at, decidedBy, question, replayable }) =>
      [
        replayable ? '↻' : ' ',
        turnId,
        momentInWords(at, TIMES),
        decidedBy,
        question.replace(/\s+/g, ' ').slice(0, 80),
      ].join('\t'),
    )
    .join('\n');
}

const CALLED = {
  program: 'Chương trình trả lời có phiên bản khác',
  'writing-prompt': 'Lời hướng dẫn mô hình soạn câu trả lời có phiên bản khác',
  'rewrite-prompt': 'Lời hướng dẫn mô hình viết lại câu hỏi có phiên bản khác',
  encoder: 'Bộ mã hóa tìm theo nghĩa khác',
  rewrite: 'Bước viết lại câu hỏi kết thúc khác',
  writing: 'Bước kiểm chứng câu mô hình viết cho kết quả khác',
  decision: 'Bước quyết định khác',
  masked:
    'Lời nguyên văn không còn, nên dựng lại từ lời đã che thông tin cá nhân trong sổ, không có những câu trước đó',
  wording: 'Cùng một bước, nhưng câu chữ đã được sửa',
  gone: 'Đoạn văn bản không còn trong chỉ mục',
  changed: 'Đoạn văn bản đã có nội dung khác',
  found: 'Tìm được các đoạn khác, hoặc theo thứ tự khác',
} as const satisfies Record<Difference['what'], string>;

function differenceInWords(difference: Difference): string {
  const called = CALLED[difference.what];
  if (difference.what === 'masked' || difference.what === 'wording') return `  – ${called}`;
  if ('passages' in difference) return `  – ${called}: ${difference.passages.join(', ')}`;
  if (difference.what === 'found')
    return `  – ${called}:\n      khi đó: ${difference.was.join(', ')}\n      bây giờ: ${difference.is.join(', ')}`;
  return `  – ${called}: khi đó ${difference.was}, bây giờ ${difference.is}`;
}

/** A replay for people at a terminal. */
export function replayInWords({ turnId, at, decidedBy, same, recordedReply, reply, differences }: Replay): string {
  const head = `Lượt ${turnId}, ${momentInWords(at, TIMES)}, ${decidedBy}`;
  const verdict = same ? '✔ Câu trả lời dựng lại giống hệt.' : '✘ Câu trả lời dựng lại KHÁC câu đã gửi.';
  const found =
    differences.length === 0
      ? [
          same
            ? 'Không có gì thay đổi từ khi đó.'
            : 'Không thấy văn bản, phiên bản hay kết quả kiểm chứng nào thay đổi.',
        ]
      : ['Những gì khác so với khi đó:', ...differences.map(differenceInWords)];
  const words = same
    ? []
    : ['', 'Đã ghi khi đó:', recordedReply ?? '(không trả lời)', '', 'Bây giờ:', reply ?? '(không trả lời)'];
  return [head, verdict, ...found, ...words].join('\n');
}
