import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { renderErrorPage } from '../channels/web/document-page.tsx';

/** What a refused request is told. Everything else becomes 500 without details. */
interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly advice: string;
}

const UNREADABLE: Refusal = {
  status: 400,
  code: 'BODY_MALFORMED',
  title: 'Nội dung gửi lên không đọc được',
  advice: 'Vui lòng tải lại trang rồi thử lại.',
};

const ADDRESS_MALFORMED: Refusal = {
  status: 400,
  code: 'ADDRESS_MALFORMED',
  title: 'Địa chỉ không đọc được',
  advice: 'Vui lòng kiểm tra lại đường dẫn.',
};

const REFUSALS: Readonly<Record<string, Refusal>> = {
  'entity.too.large': {
    status: 413,
    code: 'BODY_TOO_LARGE',
    title: 'Nội dung gửi lên quá lớn',
    advice: 'Vui lòng rút gọn rồi gửi lại.',
  },
  'entity.parse.failed': UNREADABLE,
  'parameters.too.many': {
    status: 413,
    code: 'BODY_TOO_LARGE',
    title: 'Nội dung gửi lên quá lớn',
    advice: 'Vui lòng rút gọn rồi gửi lại.',
  },
  'charset.unsupported': UNREADABLE,
  'encoding.unsupported': UNREADABLE,
  'request.size.invalid': UNREADABLE,
  'request.aborted': {
    status: 400,
    code: 'REQUEST_ABORTED',
    title: 'Kết nối bị ngắt giữa chừng',
    advice: 'Vui lòng thử lại.',
  },
};

const INTERNAL: Refusal = {
  status: 500,
  code: 'INTERNAL',
  title: 'Hệ thống đang gặp sự cố',
  advice: 'Vui lòng thử lại sau ít phút. Tin nhắn đã gửi thành công không bị mất.',
};

/** Answers requests that no route knows. */
export function notFound(): RequestHandler {
  return (request, response) => {
    response.status(404);
    if (request.accepts(['html', 'json']) === 'html') {
      response.type('html').send(renderErrorPage(404, 'Không tìm thấy trang', 'Địa chỉ này không có hoặc đã được gỡ.'));
    } else response.json({ error: { code: 'NOT_FOUND', message: 'Không tìm thấy.' } });
  };
}

/**
 * The one place where a thrown error becomes an HTTP answer. Logs faults of ours, never bodies, headers or addresses:
 * people type all sorts of things into those.
 */
export function httpErrors(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) {
      log.error({ error, route: routeOf(request), method: request.method }, 'request failed');
    }
    if (response.headersSent) return next(error);
    response.status(refusal.status);
    const fromPage = request.method === 'GET' || request.is('urlencoded') !== false;
    if (fromPage && request.accepts(['html', 'json']) === 'html') {
      response.type('html').send(renderErrorPage(refusal.status, refusal.title, refusal.advice));
    } else response.json({ error: { code: refusal.code, message: `${refusal.title}. ${refusal.advice}` } });
  };
}

/** The pattern that the address matched, like `/staff/tickets/:id`; `null` when none did. */
function routeOf(request: Request): string | null {
  const route: unknown = request.route;
  const known = typeof route === 'object' && route !== null && 'path' in route;
  return known && typeof route.path === 'string' ? route.path : null;
}

function refusalOf(error: unknown): Refusal {
  // The router throws it for addresses with percent signs that encode nothing.
  if (error instanceof URIError) return ADDRESS_MALFORMED;
  if (typeof error === 'object' && error !== null && 'type' in error && typeof error.type === 'string') {
    return REFUSALS[error.type] ?? INTERNAL;
  }
  return INTERNAL;
}
