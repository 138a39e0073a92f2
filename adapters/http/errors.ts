import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { renderErrorPage } from './error-page.tsx';
import { type ErrorCode, type ErrorLook, TO_CITIZENS } from './error-words.ts';

/** What the parts of the server that read bodies call their errors. Everything else becomes 500 without details. */
const REFUSALS: Readonly<Record<string, readonly [status: number, code: ErrorCode]>> = {
  'entity.too.large': [413, 'BODY_TOO_LARGE'],
  'parameters.too.many': [413, 'BODY_TOO_LARGE'],
  'entity.parse.failed': [400, 'BODY_MALFORMED'],
  'charset.unsupported': [400, 'BODY_MALFORMED'],
  'encoding.unsupported': [400, 'BODY_MALFORMED'],
  'request.size.invalid': [400, 'BODY_MALFORMED'],
  'request.aborted': [400, 'REQUEST_ABORTED'],
};

/** How an error looks to whoever made a request. */
type LookOf = (request: Request) => ErrorLook;

/** Answers requests that no route knows. */
export function notFound(lookOf: LookOf = () => TO_CITIZENS): RequestHandler {
  return (request, response) => {
    const asPage = request.accepts(['html', 'json']) === 'html';
    answer(response, [404, 'NOT_FOUND'], { asPage, look: lookOf(request) });
  };
}

/**
 * The one place where a thrown error becomes an HTTP answer. Logs faults of ours, never bodies, headers or addresses:
 * people type all sorts of things into those.
 */
export function httpErrors(log: Logger, lookOf: LookOf = () => TO_CITIZENS): ErrorRequestHandler {
  return (error, request, response, next) => {
    const refusal = refusalOf(error);
    if (refusal[0] >= 500) {
      log.error({ error, route: routeOf(request), method: request.method }, 'request failed');
    }
    if (response.headersSent) return next(error);
    const fromPage = request.method === 'GET' || request.is('urlencoded') !== false;
    const asPage = fromPage && request.accepts(['html', 'json']) === 'html';
    answer(response, refusal, { asPage, look: lookOf(request) });
  };
}

function answer(
  response: Response,
  [status, code]: readonly [number, ErrorCode],
  { asPage, look }: { readonly asPage: boolean; readonly look: ErrorLook },
): void {
  const { title, advice } = look.words.refusals[code];
  response.status(status);
  if (asPage) response.type('html').send(renderErrorPage(status, code, look));
  else response.json({ error: { code, message: `${title}. ${advice}` } });
}

/** The pattern that the address matched, like `/staff/tickets/:id`; `null` when none did. */
function routeOf(request: Request): string | null {
  const route: unknown = request.route;
  const known = typeof route === 'object' && route !== null && 'path' in route;
  return known && typeof route.path === 'string' ? route.path : null;
}

function refusalOf(error: unknown): readonly [status: number, code: ErrorCode] {
  // The router throws it for addresses with percent signs that encode nothing.
  if (error instanceof URIError) return [400, 'ADDRESS_MALFORMED'];
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : null;
  return (typeof type === 'string' ? REFUSALS[type] : undefined) ?? [500, 'INTERNAL'];
}
