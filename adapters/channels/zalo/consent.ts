import { createHash } from 'node:crypto';

/** One walk of an admin through Zalo's permission page (OAuth v4 with PKCE). */
export interface ZaloConsent {
  /** Shown to the token service only; 43 characters. */
  readonly verifier: string;
  /** Comes back with the code, so that a code of somebody else's walk is noticed. */
  readonly state: string;
  /** Where Zalo sends the browser; the same as in the app's settings. */
  readonly redirectUrl: string;
}

/** A walk with a fresh state, and a fresh verifier where the app's settings do not fix one. */
export function startConsent(
  redirectUrl: string,
  fixedVerifier: string | null,
  randomBytes: (size: number) => Buffer,
): ZaloConsent {
  return {
    verifier: fixedVerifier ?? randomBytes(32).toString('base64url'),
    state: randomBytes(16).toString('base64url'),
    redirectUrl,
  };
}

/** SHA-256 of the verifier, base64url without padding. Zalo takes no other method and no name of it. */
export function codeChallenge(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** The address where an admin of the OA agrees. */
export function permissionPage(
  consent: ZaloConsent,
  app: { readonly oauthUrl: string; readonly appId: string },
): string {
  const query = new URLSearchParams({
    app_id: app.appId,
    redirect_uri: consent.redirectUrl,
    code_challenge: codeChallenge(consent.verifier),
    state: consent.state,
  });
  return `${app.oauthUrl}/v4/oa/permission?${query}`;
}

/** Why a pasted address cannot be used. */
export type ConsentProblem = 'empty' | 'no-code' | 'other-state' | 'other-account';

/**
 * Reads what an admin pasted: the whole address that Zalo sent the browser to, or the code alone. The address must
 * carry our `state` and, where it names an account, ours; a code alone carries neither.
 */
export function readPastedConsent(
  pasted: string,
  consent: ZaloConsent,
  oaId: string,
): { readonly ok: true; readonly code: string } | { readonly ok: false; readonly problem: ConsentProblem } {
  const text = pasted.trim();
  if (text === '') return { ok: false, problem: 'empty' };
  if (/^[\w.-]+$/.test(text)) return { ok: true, code: text };
  const query = URL.canParse(text) ? new URL(text).searchParams : new URLSearchParams(text.replace(/^[^?]*\?/, ''));
  const code = query.get('code');
  if (code === null || code === '') return { ok: false, problem: 'no-code' };
  if (query.get('state') !== consent.state) return { ok: false, problem: 'other-state' };
  if ((query.get('oa_id') ?? oaId) !== oaId) return { ok: false, problem: 'other-account' };
  return { ok: true, code };
}
