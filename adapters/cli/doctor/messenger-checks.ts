import { z } from 'zod';
import { callGraph, type GraphAccess, type GraphAnswer, send } from '../../channels/messenger/graph-call.ts';
import { graphProblem } from '../../channels/messenger/graph-words.ts';
import { profileDifferences, subscribedFields, webhookFields } from '../../channels/messenger/profile.ts';
import { PROFILE_PARTS } from '../../channels/messenger/vietnamese.ts';
import type { MessengerConfig } from '../../config.ts';
import type { Check, CheckSurroundings, RunChecks } from './check.ts';

const CALL_TIMEOUT_MS = 15_000;
const WEEK_MS = 7 * 86_400_000;
const PROFILE_COMMAND = 'chạy npm run admin -- messenger profile';

const page = z.object({ id: z.string() });
const featureStatus = z.object({ messaging_feature_status: z.object({ msgr_multi_app: z.boolean() }) });
const token = z.object({
  data: z.object({
    is_valid: z.boolean(),
    app_id: z.string().optional(),
    scopes: z.array(z.string()).default([]),
    expires_at: z.number().default(0),
  }),
});

/** Looks at everything that must be right before Messenger goes live. */
export const messengerChecks: RunChecks = async ({ messenger, publicUrl }, surroundings) => {
  if (!messenger.on) return [off('Kênh Messenger', `đang tắt; để bật, đặt ${messenger.missing.join(', ')}`)];
  const { settings } = messenger;
  const access: GraphAccess = { ...settings, version: settings.graphVersion, fetch: surroundings.fetch };
  const alive = await checkPage(access);
  const address = await checkAddress(publicUrl, settings, surroundings);
  if (alive.ok !== true) return [good('Cài đặt Messenger đầy đủ, có khóa bí mật để kiểm chữ ký'), alive, ...address];
  return [
    good('Cài đặt Messenger đầy đủ, có khóa bí mật để kiểm chữ ký'),
    alive,
    ...(await checkToken(access, settings, surroundings.now())),
    ...address,
    await checkWebhookFields(access, settings),
    await checkProfile(access),
    ...(await checkRouting(access)),
    off(
      'Quyền Human Agent',
      'không đọc được qua API; xem App Review, thiếu quyền này thì sau 24 giờ cán bộ không trả lời được',
    ),
    off(
      'Tự động hóa của Business Suite',
      'không đọc được qua API; tắt trả lời ngay, tin vắng mặt và câu hỏi thường gặp trong Business Suite',
    ),
  ];
};

async function checkPage(access: GraphAccess): Promise<Check> {
  const name = 'Mã truy cập trang dùng được và đúng trang';
  const answer = await read(access, 'me', { fields: 'id,name' });
  const found = answer.kind === 'accepted' ? page.safeParse(answer.body).data : undefined;
  if (found === undefined) return bad(name, graphProblem(answer));
  return found.id === access.pageId ? good(name) : bad(name, 'mã là của trang khác; đặt lại MESSENGER_PAGE_ID hoặc mã');
}

async function checkToken(access: GraphAccess, settings: MessengerConfig, now: number): Promise<readonly Check[]> {
  const { appId, appSecret, pageToken, graphUrl, graphVersion, commentReply } = settings;
  const secret = 'Mã ứng dụng và khóa bí mật khớp nhau';
  const url = new URL(`${graphUrl}/${graphVersion}/debug_token`);
  url.searchParams.set('input_token', pageToken);
  const answer = await send(access.fetch, url, {
    method: 'GET',
    headers: { authorization: `Bearer ${appId}|${appSecret}` },
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
  const facts = answer.kind === 'accepted' ? token.safeParse(answer.body).data?.data : undefined;
  if (facts === undefined) {
    const wrong = 'Meta không nhận MESSENGER_APP_ID hoặc MESSENGER_APP_SECRET; chép lại từ trang ứng dụng';
    return [bad(secret, answer.kind === 'refused' ? wrong : graphProblem(answer))];
  }
  const needed = ['pages_messaging', 'pages_manage_metadata', ...(commentReply ? ['pages_read_engagement'] : [])];
  const missing = needed.filter((scope) => !facts.scopes.includes(scope));
  const lasts = facts.expires_at === 0 || facts.expires_at * 1000 > now + WEEK_MS;
  return [
    good(secret),
    facts.is_valid && facts.app_id === appId
      ? good('Mã truy cập do đúng ứng dụng này cấp')
      : bad('Mã truy cập do đúng ứng dụng này cấp', 'cấp mã mới từ ứng dụng này và đặt MESSENGER_PAGE_TOKEN'),
    missing.length === 0
      ? good(`Quyền của mã: ${needed.join(', ')}`)
      : bad(`Quyền của mã: ${needed.join(', ')}`, `thiếu ${missing.join(', ')}; xin trong App Review rồi cấp mã mới`),
    lasts
      ? good('Mã truy cập còn hạn')
      : bad('Mã truy cập còn hạn', 'mã hết hạn trong vòng 7 ngày; cấp mã của người dùng hệ thống, loại không hết hạn'),
  ];
}

/** Calls our own door the way Meta verifies it. */
async function checkAddress(
  publicUrl: string | null,
  { verifyToken }: MessengerConfig,
  { fetch }: CheckSurroundings,
): Promise<readonly Check[]> {
  const secure = 'PUBLIC_URL dùng https';
  if (publicUrl === null || !publicUrl.startsWith('https://')) {
    return [bad(secure, 'đặt PUBLIC_URL là địa chỉ https mà người dân truy cập được')];
  }
  const name = `Webhook trả lời tại ${publicUrl}/webhooks/messenger`;
  const url = new URL(`${publicUrl}/webhooks/messenger`);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.verify_token', verifyToken);
  url.searchParams.set('hub.challenge', '20260826');
  const answered = await fetch(url, { signal: AbortSignal.timeout(CALL_TIMEOUT_MS) })
    .then(async (response) => response.ok && (await response.text()) === '20260826')
    .catch(() => false);
  const advice = 'bật dịch vụ (npm start), kiểm tra tên miền, chứng chỉ và máy chủ chuyển tiếp';
  return [good(secure), answered ? good(name) : bad(name, advice)];
}

async function checkWebhookFields(access: GraphAccess, { appId, commentReply }: MessengerConfig): Promise<Check> {
  const name = 'Đăng ký đủ trường webhook';
  const present = await subscribedFields(access, appId);
  if ('unread' in present) return bad(name, graphProblem(present.unread));
  const missing = webhookFields(commentReply).filter((field) => !present.includes(field));
  return missing.length === 0 ? good(name) : bad(name, `thiếu ${missing.join(', ')}; ${PROFILE_COMMAND}`);
}

async function checkProfile(access: GraphAccess): Promise<Check> {
  const name = 'Nút Bắt đầu, lời chào, câu hỏi gợi ý, menu';
  const differences = await profileDifferences(access);
  if ('unread' in differences) return bad(name, graphProblem(differences.unread));
  const parts = differences.map((field) => PROFILE_PARTS[field]).join(', ');
  return parts === '' ? good(name) : bad(name, `chưa đúng: ${parts}; ${PROFILE_COMMAND}`);
}

/** The default app stands in the Page's settings only; no API tells it. */
async function checkRouting(access: GraphAccess): Promise<readonly Check[]> {
  const name = 'Định tuyến hội thoại (Conversation Routing)';
  const answer = await read(access, 'me', { fields: 'messaging_feature_status' });
  const found = answer.kind === 'accepted' ? featureStatus.safeParse(answer.body).data : undefined;
  if (found === undefined) return [off(name, graphProblem(answer))];
  const { msgr_multi_app: on } = found.messaging_feature_status;
  return [
    { name, ok: true, advice: on ? 'đang bật' : 'chưa bật; trợ lý và hộp thư của trang cùng trả lời được' },
    off(
      'Ứng dụng mặc định của trang',
      'không đọc được qua API; nên chọn ứng dụng này trong Cài đặt trang → Nhắn tin nâng cao, nếu không trợ lý không lấy lại được cuộc trò chuyện từ hộp thư',
    ),
  ];
}

function read(access: GraphAccess, path: string, parameters: Readonly<Record<string, string>>): Promise<GraphAnswer> {
  return callGraph(access, path, null, AbortSignal.timeout(CALL_TIMEOUT_MS), parameters);
}

const good = (name: string): Check => ({ name, ok: true, advice: '' });
const bad = (name: string, advice: string): Check => ({ name, ok: false, advice });
const off = (name: string, advice: string): Check => ({ name, ok: null, advice });
