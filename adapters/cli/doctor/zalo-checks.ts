import { wasHeard } from '../../channels/heard-channels.ts';
import { lastPaidQuota } from '../../channels/zalo/last-quota.ts';
import { type OfficialAccount, readOfficialAccount } from '../../channels/zalo/official-account.ts';
import { zaloMac } from '../../channels/zalo/signature.ts';
import { createStoredZaloTokens, ZALO_TOKENS_LEASE } from '../../channels/zalo/stored-tokens.ts';
import { createZaloTokens, ZaloAuthorisationNeeded } from '../../channels/zalo/tokens.ts';
import { refreshDaysLeft } from '../../channels/zalo/watch-tokens.ts';
import type { ZaloConfig } from '../../config.ts';
import type { StateEngine } from '../../stores/engine.ts';
import { openEngine } from '../../stores/open-engine.ts';
import type { Check, CheckSurroundings, RunChecks } from './check.ts';

const CALL_TIMEOUT_MS = 5_000;
/** Zalo waits no longer for the answer of a webhook. */
const WEBHOOK_LIMIT_MS = 2_000;
const FEW_DAYS = 14;
const MONTH_MS = 30 * 24 * 3_600_000;

interface ZaloSurroundings extends CheckSurroundings {
  /** The state of the product, which may be running. */
  readonly engine: StateEngine;
}

/**
 * Checks the Zalo channel from the token to the webhook, against Zalo and against the running product. It renews the
 * token where that is due, under the lease that all processes share, and sends no message to anybody.
 */
export const checkZalo: RunChecks = async (config, { fetch, now }) => {
  if (!config.zalo.on) {
    return [{ name: 'Cài đặt', ok: null, advice: `kênh đang tắt; để bật, đặt ${config.zalo.missing.join(', ')}` }];
  }
  const settings = config.zalo.settings;
  const engine = await openEngine(config);
  try {
    const surroundings = { fetch, now, engine };
    const account = await accountOf(settings, surroundings);
    return [
      checkToken(account),
      checkAccountId(account, settings),
      await checkRefreshToken(account, surroundings),
      ...(await checkWebhook(config.publicUrl, settings, surroundings)),
      await checkSwitches(surroundings),
      await checkQuota(surroundings),
    ];
  } finally {
    await engine.close();
  }
};

type Account = OfficialAccount | 'consent-needed' | 'unreachable';

async function accountOf(settings: ZaloConfig, { engine, fetch, now }: ZaloSurroundings): Promise<Account> {
  const tokens = createZaloTokens({
    ...settings,
    store: createStoredZaloTokens(engine.kept),
    fetch,
    now,
    lock: engine.lock(ZALO_TOKENS_LEASE),
  });
  try {
    const token = await tokens.accessToken();
    const account = await readOfficialAccount({ ...settings, fetch }, token);
    return !account.ok && account.error === null ? 'unreachable' : account;
  } catch (error) {
    return error instanceof ZaloAuthorisationNeeded ? 'consent-needed' : 'unreachable';
  }
}

function checkToken(account: Account): Check {
  const name = 'Quyền dùng OA';
  if (account === 'consent-needed')
    return { name, ok: false, advice: 'Chưa có quyền hoặc quyền đã hết: chạy npm run admin -- zalo authorise.' };
  if (account === 'unreachable')
    return {
      name,
      ok: false,
      advice: 'Không kết nối được tới Zalo: kiểm tra mạng, ZALO_API_URL và ZALO_OAUTH_URL rồi thử lại.',
    };
  if (account.ok) return { name, ok: true, advice: `Zalo chấp nhận, OA “${account.name}”.` };
  return {
    name,
    ok: false,
    advice: `Zalo từ chối (mã ${account.error}): kiểm tra OA đã xác thực, gói có quyền API, ứng dụng đã kích hoạt và đã liên kết OA.`,
  };
}

function checkAccountId(account: Account, settings: ZaloConfig): Check {
  const name = 'Mã OA';
  if (typeof account === 'string' || !account.ok)
    return { name, ok: null, advice: 'Chưa kiểm tra được khi chưa có quyền.' };
  return account.id === settings.oaId
    ? { name, ok: true, advice: 'Đúng OA đã khai trong ZALO_OA_ID.' }
    : { name, ok: false, advice: `Quyền thuộc OA ${account.id}: sửa ZALO_OA_ID hoặc cấp quyền lại cho đúng OA.` };
}

async function checkRefreshToken(account: Account, { engine, now }: ZaloSurroundings): Promise<Check> {
  const name = 'Hạn cấp quyền';
  const days = account === 'consent-needed' ? 0 : await refreshDaysLeft(createStoredZaloTokens(engine.kept), now());
  return {
    name,
    ok: days >= FEW_DAYS,
    advice:
      days >= FEW_DAYS
        ? `Còn ${days} ngày, tự gia hạn khi hệ thống chạy.`
        : `Còn ${days} ngày: chạy npm run admin -- zalo authorise để cấp quyền lại.`,
  };
}

/** Posts an event that changes nothing to our own webhook, once as anybody and once as Zalo would sign it. */
async function checkWebhook(
  publicUrl: string | null,
  settings: ZaloConfig,
  { fetch, now }: ZaloSurroundings,
): Promise<readonly Check[]> {
  const reachable = 'Webhook từ bên ngoài';
  const secret = 'Khóa ký webhook';
  if (publicUrl === null || !publicUrl.startsWith('https://')) {
    const advice = 'Đặt PUBLIC_URL là địa chỉ https:// mà Zalo gọi được (tên miền, không kèm cổng).';
    return [
      { name: reachable, ok: false, advice },
      { name: secret, ok: null, advice: 'Chưa kiểm tra được khi chưa có địa chỉ.' },
    ];
  }
  const timestamp = String(now());
  const body = JSON.stringify({ app_id: settings.appId, event_name: 'connection_check', timestamp });
  const timeHeader: Readonly<Record<string, string>> =
    settings.signature === 'header-timestamp' ? { 'x-zevent-timestamp': timestamp } : {};
  const secrets = { appId: settings.appId, oaSecretKey: settings.oaSecret };
  const post = async (mac: string) => {
    const startedAt = performance.now();
    const response = await fetch(`${publicUrl}/webhooks/zalo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}`, ...timeHeader },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    }).catch(() => null);
    return { status: response?.status ?? null, ms: performance.now() - startedAt };
  };
  const forged = await post('0'.repeat(64));
  const signed = await post(zaloMac(Buffer.from(body), timestamp, secrets).toString('hex'));
  const answers = forged.status === 401;
  return [
    answers && signed.ms < WEBHOOK_LIMIT_MS
      ? { name: reachable, ok: true, advice: `${publicUrl}/webhooks/zalo trả lời và từ chối tin giả.` }
      : {
          name: reachable,
          ok: false,
          advice: answers
            ? 'Webhook trả lời chậm hơn 2 giây, Zalo sẽ coi là lỗi: kiểm tra máy chủ và đường truyền.'
            : `Không gọi được ${publicUrl}/webhooks/zalo: kiểm tra hệ thống đang chạy, tên miền, chứng chỉ và proxy.`,
        },
    {
      name: secret,
      ok: answers ? signed.status === 200 : null,
      advice:
        signed.status === 200
          ? 'Hệ thống đang chạy dùng đúng khóa trong cài đặt. Khóa phải giống khóa trên trang Webhook của ứng dụng Zalo.'
          : 'Hệ thống đang chạy không nhận chữ ký: kiểm tra ZALO_APP_ID và ZALO_OA_SECRET rồi khởi động lại.',
    },
  ];
}

/** The console's switches cannot be read; mail that came through shows that they are right. */
async function checkSwitches({ engine }: ZaloSurroundings): Promise<Check> {
  const name = 'Công tắc trên trang Webhook';
  return !(await wasHeard(engine.kept, 'zalo'))
    ? {
        name,
        ok: null,
        advice:
          'Chưa có tin nhắn nào tới. Trên trang Webhook của ứng dụng: bật các sự kiện người dùng gửi tin và OA gửi tin, bật “Webhook Retry”, TẮT “Lọc cú pháp”, rồi nhắn thử một câu cho OA.',
      }
    : { name, ok: true, advice: 'Tin nhắn của người dân tới được. “Lọc cú pháp” phải luôn tắt.' };
}

async function checkQuota({ engine, now }: ZaloSurroundings): Promise<Check> {
  const name = 'Chi phí tin nhắn';
  const paid = await lastPaidQuota(engine.kept);
  if (paid === null || now() - paid.at > MONTH_MS)
    return { name, ok: true, advice: 'Trong 30 ngày qua chưa thấy tin nào phải trả tiền hay trừ hạn mức.' };
  const day = new Date(paid.at).toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  return {
    name,
    ok: false,
    advice: `Ngày ${day} có tin bị tính tiền hoặc trừ hạn mức (${paid.quota}): cán bộ nên trả lời trong 48 giờ.`,
  };
}
