import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { neverWritten } from '../never-written.ts';

/** The Page whose Graph API is called, and with what. */
export interface GraphAccess {
  /** Without a slash at its end. */
  readonly graphUrl: string;
  /** As in the address: `v26.0`. */
  readonly version: string;
  readonly pageId: string;
  readonly pageToken: string;
  readonly appSecret: string;
  readonly fetch: typeof fetch;
}

/** What Graph says in `error` of an answer. */
export interface GraphError {
  readonly code: number;
  readonly subcode: number | null;
}

/** How a call ended. `lost`: no readable answer, so that nobody knows whether it had an effect. */
export type GraphAnswer =
  | { readonly kind: 'accepted'; readonly body: unknown; readonly status: number }
  | { readonly kind: 'refused'; readonly error: GraphError; readonly status: number }
  | { readonly kind: 'unreadable'; readonly status: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'lost' };

const refused = z.object({
  error: z.object({ code: z.int(), error_subcode: z.int().nullish().catch(null) }),
});

/**
 * Calls Graph with the Page's token; never throws. The token travels in the body of a POST, as Meta documents it, and
 * in a header of a GET, and never in the address, which proxies log; `appsecret_proof` shows that we also hold the
 * app secret.
 * @param path after the version, for example `1000/messages`
 * @param body `null` reads
 */
export function callGraph(
  access: GraphAccess,
  path: string,
  body: object | null,
  signal: AbortSignal,
  parameters: Readonly<Record<string, string>> = {},
): Promise<GraphAnswer> {
  const { graphUrl, version, pageToken, appSecret } = access;
  const url = new URL(`${graphUrl}/${version}/${path}`);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  url.searchParams.set('appsecret_proof', createHmac('sha256', appSecret).update(pageToken).digest('hex'));
  return send(
    access.fetch,
    url,
    body === null
      ? { method: 'GET', headers: { authorization: `Bearer ${pageToken}` }, signal }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...body, access_token: pageToken }),
          signal,
        },
  );
}

/** Sends a request to Graph and sorts its answer; never throws. */
export async function send(fetchAnswer: typeof fetch, url: URL, request: RequestInit): Promise<GraphAnswer> {
  let response: Response;
  try {
    // A redirect would carry the token to an address nobody configured.
    response = await fetchAnswer(url, { ...request, redirect: 'manual' });
  } catch (error) {
    return { kind: neverWritten(error) ? 'unreachable' : 'lost' };
  }
  const { status } = response;
  let text: string;
  try {
    text = await response.text();
  } catch {
    return status >= 500 ? { kind: 'unreadable', status } : { kind: 'lost' };
  }
  const answer = parseJson(text);
  const error = refused.safeParse(answer);
  if (error.success) {
    const { code, error_subcode: subcode } = error.data.error;
    return { kind: 'refused', error: { code, subcode: subcode ?? null }, status };
  }
  return status >= 200 && status < 300 && answer !== undefined
    ? { kind: 'accepted', body: answer, status }
    : { kind: 'unreadable', status };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
