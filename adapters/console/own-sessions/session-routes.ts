import type { StaffStore } from '../../../bot/ports/staff.ts';
import type { OnAudit } from '../audit.ts';
import type { createGuard } from '../guard.tsx';
import { noticeOf } from '../notices.ts';
import { renderSessionPage } from './session-page.tsx';

/** The page of one's own log-ins. A key of somebody else's session is answered as one that is over. */
export function addSessionRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: { readonly staff: StaffStore; readonly onAudit: OnAudit; readonly now: () => number },
): void {
  const { staff, onAudit, now } = deps;

  guard.staff('GET /staff/sessions', async (request, response, signedIn) => {
    const sessions = await staff.sessionsOf(signedIn.account.name, now());
    const { csrfToken } = signedIn.session;
    const presentKey = sessions.find(({ session }) => session.csrfToken === csrfToken)?.key ?? '';
    response.send(renderSessionPage({ signedIn, sessions, presentKey, notice: noticeOf(request), now: now() }));
  });

  guard.staff('POST /staff/sessions/end-others', async (_request, response, { account, sessionId }) => {
    await staff.endSessions(account.name, sessionId);
    onAudit(account.name, 'sessions-ended', account.name);
    response.redirect(303, '/staff/sessions?notice=sessions-ended');
  });

  guard.staff('POST /staff/sessions/:key/end', async (request, response, { account }) => {
    const ended = await staff.endListedSession(account.name, String(request.params.key));
    if (ended) onAudit(account.name, 'session-ended', account.name);
    response.redirect(303, `/staff/sessions?notice=${ended ? 'session-ended' : 'no-session'}`);
  });
}
