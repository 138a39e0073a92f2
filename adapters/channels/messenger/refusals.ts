import type { Delivery } from '../../../bot/ports/channel.ts';

/** What Graph says in `error` of an answer. */
interface GraphError {
  readonly code: number;
  readonly subcode: number | null;
}

/** How long to leave the Page alone after a rate limit. */
export const RATE_LIMIT_MS = 60_000;
const TEMPORARY_MS = 10_000;

interface Refusal {
  readonly code: string;
  readonly reason: string;
}

const WINDOW_CLOSED: Refusal = {
  code: 'MESSENGER_WINDOW_CLOSED',
  reason: 'Messenger không cho gửi vì đã quá thời hạn kể từ tin nhắn cuối của người dân. Hãy chờ người dân nhắn lại.',
};
const PERSON_UNAVAILABLE: Refusal = {
  code: 'MESSENGER_PERSON_UNAVAILABLE',
  reason: 'Người dân hiện không nhận được tin nhắn của trang (có thể đã chặn trang hoặc khóa tài khoản).',
};
const APP_NOT_APPROVED: Refusal = {
  code: 'MESSENGER_APP_NOT_APPROVED',
  reason: 'Ứng dụng Messenger chưa được Meta duyệt quyền nhắn tin cho người dân. Hãy báo quản trị viên.',
};
const PAGE_RESTRICTED: Refusal = {
  code: 'MESSENGER_PAGE_RESTRICTED',
  reason: 'Meta đang tạm hạn chế trang gửi tin nhắn. Hãy báo quản trị viên kiểm tra Chất lượng trang.',
};
const TOKEN_INVALID: Refusal = {
  code: 'MESSENGER_TOKEN_INVALID',
  reason: 'Mã truy cập trang Facebook không còn hiệu lực nên chưa gửi được. Hãy báo quản trị viên cấp mã mới.',
};
const TAG_REMOVED: Refusal = {
  code: 'MESSENGER_TAG_REMOVED',
  reason: 'Messenger không còn chấp nhận loại tin nhắn này. Hãy báo quản trị viên.',
};
const RECIPIENT_UNKNOWN: Refusal = {
  code: 'MESSENGER_RECIPIENT_UNKNOWN',
  reason: 'Messenger không tìm thấy người nhận. Có thể tài khoản đã bị xóa.',
};
const PERMISSION_MISSING: Refusal = {
  code: 'MESSENGER_PERMISSION_MISSING',
  reason: 'Ứng dụng Messenger không có quyền gửi tin nhắn này. Hãy báo quản trị viên.',
};
const REFUSED: Refusal = {
  code: 'MESSENGER_REFUSED',
  reason: 'Messenger từ chối tin nhắn. Hãy báo quản trị viên.',
};

/**
 * Subcodes are the finer word and come first. The window family has three members of different age; 1545041 is
 * "person unavailable" in older documents and "window closed" in newer ones, and neither is worth a retry.
 */
const BY_SUBCODE: ReadonlyMap<number, Refusal> = new Map([
  [2018278, WINDOW_CLOSED],
  [2534022, WINDOW_CLOSED],
  [2018065, WINDOW_CLOSED],
  [1545041, PERSON_UNAVAILABLE],
  [2018028, APP_NOT_APPROVED],
  [1893063, PAGE_RESTRICTED],
  [1893061, TAG_REMOVED],
  [2018001, RECIPIENT_UNKNOWN],
]);

const BY_CODE: ReadonlyMap<number, Refusal> = new Map([
  [10, PERMISSION_MISSING],
  [200, PERMISSION_MISSING],
  [190, TOKEN_INVALID],
  [551, PERSON_UNAVAILABLE],
  [1545041, PERSON_UNAVAILABLE],
]);

const RATE_LIMITS: ReadonlySet<number> = new Set([4, 32, 613, 80004]);
const TEMPORARY: ReadonlySet<number> = new Set([2, 1200]);
/** "Invalid JSON reply" although the message went out. */
const SENT_WITH_BROKEN_REPLY = 1357046;

/** What an error of Graph means for the message (Messenger Platform, "Common Error Codes"). */
export function deliveryOfGraphError(error: GraphError, httpStatus: number): Delivery {
  const mark = error.subcode === null ? `${error.code}` : `${error.code}/${error.subcode}`;
  if (error.code === SENT_WITH_BROKEN_REPLY || error.subcode === SENT_WITH_BROKEN_REPLY) {
    return { status: 'unknown', reason: `Messenger chưa xác nhận đã gửi (mã ${mark}).` };
  }
  if (RATE_LIMITS.has(error.code)) return rateLimited(mark);
  const refusal = (error.subcode === null ? undefined : BY_SUBCODE.get(error.subcode)) ?? BY_CODE.get(error.code);
  if (refusal !== undefined) return failed(refusal, mark);
  if (TEMPORARY.has(error.code) || httpStatus >= 500) return temporary(mark);
  if (httpStatus === 429) return rateLimited(mark);
  return failed(REFUSED, mark);
}

/**
 * What an answer without a readable body means, by its HTTP status alone. A gateway that lost the platform behind it
 * (502, 504) does not know whether the message went out, and nor do we.
 */
export function deliveryOfStatus(httpStatus: number): Delivery {
  const mark = `HTTP ${httpStatus}`;
  if (httpStatus === 502 || httpStatus === 504) {
    return { status: 'unknown', reason: `Messenger chưa xác nhận đã gửi (mã ${mark}).` };
  }
  if (httpStatus >= 500) return temporary(mark);
  if (httpStatus === 429) return rateLimited(mark);
  if (httpStatus >= 200 && httpStatus < 300) {
    return { status: 'unknown', reason: 'Messenger đã nhận lệnh gửi nhưng câu trả lời không đọc được.' };
  }
  return failed(REFUSED, mark);
}

function rateLimited(mark: string): Delivery {
  const reason = `Messenger đang giới hạn tốc độ gửi (mã ${mark}).`;
  return { status: 'retry', afterMs: RATE_LIMIT_MS, reason, cause: 'rate-limit' };
}

function temporary(mark: string): Delivery {
  return { status: 'retry', afterMs: TEMPORARY_MS, reason: `Messenger tạm thời gặp lỗi (mã ${mark}).` };
}

function failed(refusal: Refusal, mark: string): Delivery {
  return { status: 'failed', code: refusal.code, reason: `${refusal.reason} (mã ${mark})` };
}
