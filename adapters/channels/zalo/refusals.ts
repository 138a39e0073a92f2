import type { Delivery } from '../../../bot/ports/channel.ts';

/** What becomes of a message that Zalo did not take. */
export type NotSent = Exclude<Delivery, { status: 'sent' }>;

/** The access token is dead; a newer one may work: once. */
export const TOKEN_ERRORS: ReadonlySet<number> = new Set([-216, -220, -124]);

const RATE_LIMIT_MS = 60_000;
const BUSY_MS = 10_000;
const ADMIN_NEEDED_MS = 10 * 60_000;
/** Settings of the app, the OA or its package are missing: an admin has to act, then the message can still go. */
const ADMIN_NEEDED: ReadonlySet<number> = new Set([-204, -205, -209, -212, -219, -221, -223, -224, -320, -321]);

const FINAL: Readonly<Record<number, readonly [code: string, reason: string]>> = {
  [-213]: ['ZALO_NOT_FOLLOWING', 'Người dân không còn quan tâm OA nên Zalo không cho gửi.'],
  [-217]: ['ZALO_USER_BLOCKED', 'Người dân đã chặn tin nhắn từ OA.'],
  [-227]: ['ZALO_USER_INACTIVE', 'Tài khoản Zalo của người dân bị khóa hoặc không hoạt động hơn 45 ngày.'],
  [-230]: ['ZALO_WINDOW_CLOSED', 'Người dân không nhắn cho OA trong 7 ngày qua nên Zalo không cho gửi.'],
  [-232]: ['ZALO_WINDOW_CLOSED', 'Người dân chưa tương tác với OA hoặc đã quá hạn nên Zalo không cho gửi.'],
  [-244]: ['ZALO_USER_RESTRICTED', 'Người dân đã hạn chế loại tin này từ OA.'],
  [-211]: ['ZALO_QUOTA_SPENT', 'OA đã hết hạn mức gửi tin; cần mua thêm hoặc chờ kỳ sau.'],
  [-218]: ['ZALO_QUOTA_SPENT', 'Người dân này đã nhận hết số tin cho phép từ OA.'],
  [-248]: ['ZALO_CONTENT_REFUSED', 'Zalo từ chối nội dung tin nhắn theo tiêu chuẩn của nền tảng.'],
  [-234]: ['ZALO_NIGHT', 'Zalo không cho gửi loại tin này từ 22 giờ đến 6 giờ.'],
};

/** What a refusal of the OA API means for a message (`error` of an HTTP 200 answer). */
export function deliveryOfZaloError(error: number): NotSent {
  const mark = `mã ${error}`;
  if (error === -32) return rateLimited(mark);
  if (error === -200) return temporary(mark);
  if (ADMIN_NEEDED.has(error) || TOKEN_ERRORS.has(error)) {
    const reason = `Zalo cần quản trị viên kiểm tra quyền của ứng dụng và gói OA (${mark}).`;
    return { status: 'retry', afterMs: ADMIN_NEEDED_MS, reason, cause: 'token' };
  }
  const final = FINAL[error];
  return final === undefined ? refused(mark) : { status: 'failed', code: final[0], reason: `${final[1]} (${mark})` };
}

/**
 * What an answer without a readable body means, by its HTTP status alone. A gateway that lost the platform behind it
 * (502, 504) does not know whether the message went out, and nor do we.
 */
export function deliveryOfStatus(httpStatus: number): NotSent {
  const mark = `HTTP ${httpStatus}`;
  if ((httpStatus >= 200 && httpStatus < 300) || httpStatus === 502 || httpStatus === 504) {
    return { status: 'unknown', reason: `Zalo chưa xác nhận đã gửi (${mark}).` };
  }
  if (httpStatus >= 500) return temporary(mark);
  return httpStatus === 429 ? rateLimited(mark) : refused(mark);
}

function rateLimited(mark: string): NotSent {
  const reason = `Zalo giới hạn số lượt gửi, sẽ gửi lại sau (${mark}).`;
  return { status: 'retry', afterMs: RATE_LIMIT_MS, reason, cause: 'rate-limit' };
}

function temporary(mark: string): NotSent {
  return { status: 'retry', afterMs: BUSY_MS, reason: `Zalo tạm thời không gửi được, sẽ gửi lại (${mark}).` };
}

function refused(mark: string): NotSent {
  return { status: 'failed', code: 'ZALO_REFUSED', reason: `Zalo từ chối tin nhắn. Hãy báo quản trị viên (${mark}).` };
}
