import type { Request, Response, Router } from 'express';
import type { StaffRole } from '../../bot/ports/staff.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { ACCESS, type ConsoleRoute, OPEN_BEFORE_PASSWORD_CHANGE } from './access.ts';
import { renderRefusal } from './layout.tsx';
import { hasFormToken, type Sessions, type SignedIn } from './sessions.ts';
import { CONSOLE, REFUSALS } from './vietnamese.ts';

/** Sent by the client module with what it fetches by itself. */
const LIVE_REFRESH_HEADER = 'x-live-refresh';
/** What the client module cannot follow to the log-in page gets a status instead of a redirect. */
const UNATTENDED: readonly ConsoleRoute[] = ['GET /staff/events'];

export type StaffHandler = (request: Request, response: Response, signedIn: SignedIn) => void | Promise<void>;

type ReadForm = (request: Request, response: Response, signedIn: SignedIn) => Promise<boolean>;

/**
 * The only way to add a route to the console: looks up {@link ACCESS}, then checks session, one-time password,
 * role, and for posts the page of origin and the form token, before the handler runs.
 */
export function createGuard(router: Router, sessions: Sessions) {
  return {
    /**
     * Adds a route for signed-in staff.
     * @param readForm reads a body that no other part reads, for those who may send it; `false` when it has answered
     */
    staff(route: ConsoleRoute, handle: StaffHandler, readForm: ReadForm = async () => true): void {
      add(router, route, async (request, response) => {
        const unattended = UNATTENDED.includes(route) || request.get(LIVE_REFRESH_HEADER) !== undefined;
        const signedIn = await sessions.current(request, response, { renew: !unattended });
        if (signedIn === null) {
          if (unattended) response.status(401).end();
          else response.redirect(303, `/staff/login?expired=1&next=${encodeURIComponent(pageOf(request))}`);
          return;
        }
        if (signedIn.account.mustChangePassword && !OPEN_BEFORE_PASSWORD_CHANGE.includes(route)) {
          response.redirect(303, '/staff/password');
          return;
        }
        const roles: 'public' | readonly StaffRole[] = ACCESS[route];
        if (roles !== 'public' && !roles.includes(signedIn.account.role)) {
          response.status(403).send(renderRefusal(signedIn, REFUSALS.role, null));
          return;
        }
        if (!(await readForm(request, response, signedIn))) return;
        if (
          request.method === 'POST' &&
          !(isSameOrigin(request) && hasFormToken(signedIn.session, request.body?.token))
        ) {
          const link = { href: pageOf(request), words: CONSOLE.again };
          response.status(403).send(renderRefusal(signedIn, REFUSALS.token, link));
          return;
        }
        await handle(request, response, signedIn);
      });
    },

    /** Adds a route that needs no session; a post must still come from our own page. */
    everyone(route: ConsoleRoute, handle: (request: Request, response: Response) => void | Promise<void>): void {
      if (ACCESS[route] !== 'public') throw new TypeError(`${route} is not public in the access table`);
      add(router, route, async (request, response) => {
        if (request.method === 'POST' && !isSameOrigin(request)) response.redirect(303, '/staff/login');
        else await handle(request, response);
      });
    },
  };
}

function add(
  router: Router,
  route: ConsoleRoute,
  handle: (request: Request, response: Response) => Promise<void>,
): void {
  const [method = '', path = ''] = route.split(' ');
  if (method === 'POST') router.post(path, handle);
  else router.get(path, handle);
}

const ACTION =
  /\/(?:claim|reply|close|logout|set|relate|unrelate|confirm|withdraw|restore|undo|reset|remove|bring-back)$/;

/** The page to come back to: actions on a ticket or a document lead to its page. */
function pageOf(request: Request): string {
  return request.method === 'GET' ? request.originalUrl : request.path.replace(ACTION, '');
}
