import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const WINDOW_MS = 7 * 24 * 3_600_000;

/** Why the simulator refuses a call, in Zalo's own numbers. `why` is for the reader of a failing test. */
export interface ZaloRefusal {
  readonly error: number;
  readonly why: string;
}

export interface ZaloAccount {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  readonly oaSecret: string;
  readonly firstRefreshToken: string;
}

/** What the platform knows at the time of a call. */
export interface ZaloState {
  /** The only pair that works; `null`: the token was killed. */
  readonly accessToken: string | null;
  readonly accessTokenEnds: number;
  /** Works once. */
  readonly refreshToken: string;
  readonly interactions: ReadonlyMap<string, number>;
  readonly takesButtons: boolean;
}

const button = z.strictObject({
  title: z.string().min(1),
  type: z.literal('oa.query.hide'),
  payload: z.string().min(1).max(1000),
});
const messageSchema = z.strictObject({
  recipient: z.strictObject({ user_id: z.string().min(1) }),
  message: z.strictObject({
    text: z.string().min(1).max(2000),
    quote_message_id: z.string().optional(),
    attachment: z
      .strictObject({
        type: z.literal('template'),
        payload: z.strictObject({ buttons: z.array(button).min(1).max(5) }),
      })
      .optional(),
  }),
});

const tokenForm = z.discriminatedUnion('grant_type', [
  z.strictObject({ grant_type: z.literal('refresh_token'), refresh_token: z.string(), app_id: z.string() }),
  z.strictObject({
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    code_verifier: z.string().length(43),
    app_id: z.string(),
  }),
]);

/** What an admin agreed to on the permission page. */
export interface ZaloConsent {
  readonly code: string;
  readonly challenge: string;
}

/** A message that may be delivered. */
export interface JudgedMessage {
  readonly error: 0;
  readonly userId: string;
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly payload: string }[];
}

/** The refusal of a message call, or what it asks for. */
export function judgeMessage(
  headers: IncomingHttpHeaders,
  body: string,
  account: ZaloAccount,
  state: ZaloState,
  now: number,
): ZaloRefusal | JudgedMessage {
  if (headers['authorization'] !== undefined) return { error: -201, why: 'bearer tokens are not for this API' };
  if (headers['content-type'] !== 'application/json') return { error: -201, why: 'content type' };
  const refusal = refuseAccess(headers, account, state, now);
  if (refusal !== null) return refusal;
  const json = parseJson(body);
  const parsed = messageSchema.safeParse(json);
  if (!parsed.success) {
    const tooLong = parsed.error.issues.some((issue) => issue.code === 'too_big');
    return { error: tooLong ? -210 : -201, why: z.prettifyError(parsed.error) };
  }
  const userId = parsed.data.recipient.user_id;
  const last = state.interactions.get(userId);
  if (last === undefined) return { error: -213, why: 'User has not followed OA' };
  if (now - last > WINDOW_MS) return { error: -230, why: 'outside 7 days' };
  const { text, attachment } = parsed.data.message;
  if (attachment !== undefined && !state.takesButtons) return { error: -233, why: 'message type is not support' };
  return { error: 0, userId, text, buttons: attachment?.payload.buttons ?? [] };
}

/** Why a call may not be made with this token, or `null`. */
export function refuseAccess(
  headers: IncomingHttpHeaders,
  account: ZaloAccount,
  state: Pick<ZaloState, 'accessToken' | 'accessTokenEnds'>,
  now: number,
): ZaloRefusal | null {
  const token = headers['access_token'];
  if (typeof token !== 'string' || token !== state.accessToken) return { error: -216, why: 'Access token is invalid' };
  if (now >= state.accessTokenEnds) return { error: -220, why: 'access_token is expired or removed' };
  const proof = createHmac('sha256', account.appSecret).update(token).digest('hex');
  return headers['appsecret_proof'] === proof ? null : { error: -242, why: 'Invalid appsecret_proof' };
}

/** Why a token request is refused, or `null` when it is in order. */
export function refuseTokenRequest(
  headers: IncomingHttpHeaders,
  body: string,
  account: ZaloAccount,
  refreshToken: string,
  consent: ZaloConsent | null,
): ZaloRefusal | null {
  if (!/^application\/x-www-form-urlencoded(;|$)/.test(headers['content-type'] ?? '')) {
    return { error: -1, why: 'token request: content type' };
  }
  if (headers['secret_key'] !== account.appSecret) return { error: -1, why: 'token request: secret_key' };
  const form = tokenForm.safeParse(Object.fromEntries(new URLSearchParams(body)));
  if (!form.success) return { error: -1, why: `token request: ${z.prettifyError(form.error)}` };
  if (form.data.app_id !== account.appId) return { error: -14002, why: 'token request: app_id' };
  if (form.data.grant_type === 'authorization_code') {
    const challenge = createHash('sha256').update(form.data.code_verifier).digest('base64url');
    return consent?.code === form.data.code && consent.challenge === challenge
      ? null
      : { error: -14012, why: 'token request: code or verifier' };
  }
  return form.data.refresh_token === refreshToken ? null : { error: -1, why: 'token request: spent refresh token' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
