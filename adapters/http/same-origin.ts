import type { Request } from 'express';

/**
 * Whether a state-changing request comes from our own pages. Browsers tell by `Sec-Fetch-Site`, older ones and plain
 * HTTP by `Origin`. A request with neither is not a browser's, and only browsers carry a victim's cookies.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
