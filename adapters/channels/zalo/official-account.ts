import { z } from 'zod';
import { accessHeaders } from './oa-call.ts';

/** Which Official Account a token speaks for; `error` is Zalo's number, or `null` where it gave no readable answer. */
export type OfficialAccount =
  | { readonly ok: true; readonly id: string; readonly name: string }
  | { readonly ok: false; readonly error: number | null };

const CALL_TIMEOUT_MS = 10_000;
const answerSchema = z.object({
  error: z.int(),
  data: z
    .object({ oa_id: z.string().or(z.number()).transform(String), name: z.string().catch('') })
    .nullish()
    .catch(null),
});

/** Asks Zalo for the account of a token (`GET /v2.0/oa/getoa`), which shows that the token works. Never throws. */
export async function readOfficialAccount(
  options: { readonly apiUrl: string; readonly appSecret: string; readonly fetch: typeof fetch },
  token: string,
): Promise<OfficialAccount> {
  try {
    const response = await options.fetch(`${options.apiUrl}/v2.0/oa/getoa`, {
      headers: accessHeaders(token, options.appSecret),
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    const { error, data } = answerSchema.parse(await response.json());
    return error === 0 && data ? { ok: true, id: data.oa_id, name: data.name } : { ok: false, error };
  } catch {
    return { ok: false, error: null };
  }
}
