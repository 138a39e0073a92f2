import type { Request, Response, Router } from 'express';
import { isSameOrigin } from '../http/same-origin.ts';
import {
  ACCESS,
  type ConsoleRoute,
  OPEN_BEFORE_CODE,
  OPEN_BEFORE_ENROLMENT,
  OPEN_BEFORE_PASSWORD_CHANGE,
} from './access.ts';
import { renderLoginPage } from './account-pages.tsx';
import type { CountWaiting } from './count-waiting.ts';
import { type UnsentDraft, unsentDraft } from './drafts.tsx';
import { wordsIn } from './languages/words-in.ts';
import { renderRefusal } from './layout.tsx';
import { mayUse } from './may-use.ts';
import { pageAbove } from './page-addresses.ts';
import { entrancePreferences } from './preferences.ts';
import { hasFormToken, type Sessions, type SignedIn } from './sessions.ts';

/** Sent by the client module with what it fetches by itself. */
const LIVE_REFRESH_HEADER = 'x-live-refresh';
/** What the client module cannot follow to the log-in page gets a status instead of a redirect. */
const UNATTENDED: readonly ConsoleRoute[] = ['GET /staff/events'];

export type StaffHandler = (request: Request, response: Response, signedIn: SignedIn) => void | Promise<void>;

type ReadForm = (request: Request, response: Response, signedIn: SignedIn) => Promise<boolean>;

/**
 * The only way to add a route to the console: looks up {@link ACCESS}, then checks session, second factor, one-time
 * password, role, and for posts the page of origin and the form token, before the handler runs.
 */
export function createGuard(router: Router, sessions: Sessions, countWaiting: CountWaiting) {
  return {
    /**
     * Adds a route for signed-in staff.
     * @param readForm reads a body that no other part reads, for those who may send it; `false` when it has answered
     */
    staff(route: ConsoleRoute, handle: StaffHandler, readForm: ReadForm = async () => true): void {
      add(router, route, async (request, response) => {
        const unattended = UNATTENDED.includes(route) || isLiveRefresh(request);
        const signedIn = await sessions.current(request, response, { renew: !unattended });
        if (signedIn === null) {
          if (unattended) response.status(401).end();
          else askToLogIn(request, response);
          return;
        }
        const detour = detourOf(signedIn, route);
        if (detour !== null) {
          response.redirect(303, detour);
          return;
        }
        const { refusals } = wordsIn(signedIn.preferences.language);
        if (!mayUse(signedIn, route)) {
          response.status(403).send(renderRefusal(signedIn, refusals.role, null, { translated: true }));
          return;
        }
        const refuse = (unsent: UnsentDraft | null) => {
          const link = { href: pageOf(request), words: refusals.token.link };
          response.status(403).send(renderRefusal(signedIn, refusals.token, link, { translated: true, unsent }));
        };
        const changes = request.method === 'POST';
        // Words from elsewhere are not shown as if somebody here had typed them.
        if (changes && !isSameOrigin(request)) return refuse(null);
        if (!(await readForm(request, response, signedIn))) return;
        if (changes && !hasFormToken(signedIn.session, request.body?.token)) return refuse(unsentDraft(request));
        await handle(request, response, unattended ? signedIn : { ...signedIn, waiting: await countWaiting(signedIn) });
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

/** To the log-in page; what was typed into a form of ours stands there. */
function askToLogIn(request: Request, response: Response): void {
  const next = pageOf(request);
  const unsent = isSameOrigin(request) ? unsentDraft(request) : null;
  if (unsent === null) {
    response.redirect(303, `/staff/login?expired=1&next=${encodeURIComponent(next)}`);
    return;
  }
  const preferences = entrancePreferences(request);
  const problem = wordsIn(preferences.language).login.expired;
  response.status(401).send(renderLoginPage({ name: '', next, problem, preferences, unsent }));
}

/** Whether a page asks by itself, without anybody having done anything. */
export function isLiveRefresh(request: Request): boolean {
  return request.get(LIVE_REFRESH_HEADER) !== undefined;
}

/** What must be done before anything else: the code, then a password of one's own, then setting up the factor. */
function detourOf({ session, account }: SignedIn, route: ConsoleRoute): string | null {
  if (session.stage === 'code') return OPEN_BEFORE_CODE.includes(route) ? null : '/staff/second-factor';
  if (account.mustChangePassword) return OPEN_BEFORE_PASSWORD_CHANGE.includes(route) ? null : '/staff/password';
  if (session.stage === 'enrolment') return OPEN_BEFORE_ENROLMENT.includes(route) ? null : '/staff/second-factor';
  return null;
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

/** The page to come back to: actions lead to the page that has their form. */
function pageOf(request: Request): string {
  return request.method === 'GET' ? request.originalUrl : pageAbove(request.path);
}
