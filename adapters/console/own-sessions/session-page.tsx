import type { ListedSession } from '../../../bot/ports/staff.ts';
import { FormToken, renderConsolePage } from '../layout.tsx';
import type { NoticeName } from '../notices.ts';
import type { SignedIn } from '../sessions.ts';
import { ageInWords, momentInWords } from '../time-words.ts';
import { OWN_SESSIONS } from './vietnamese.ts';

/** The log-ins of one's own account, with a way to end each; `presentKey` names the one that asks. */
export function renderSessionPage(page: {
  readonly signedIn: SignedIn;
  readonly sessions: readonly ListedSession[];
  readonly presentKey: string;
  readonly notice: NoticeName | null;
  readonly now: number;
}): string {
  const { signedIn, sessions, presentKey } = page;
  return renderConsolePage({
    title: OWN_SESSIONS.title,
    signedIn,
    unread: 0,
    notice: page.notice,
    live: false,
    children: (
      <div class="reading">
        <h1>{OWN_SESSIONS.title}</h1>
        <p class="lead">{OWN_SESSIONS.lead}</p>
        <ul class="own-sessions">
          {sessions.map(({ key, session }) => (
            <li key={key} class="panel own-session">
              <div>
                <p class="own-session-device">{session.device}</p>
                <p class="rule">{OWN_SESSIONS.lastUsed(ageInWords(session.lastUsedAt, page.now))}</p>
                <p class="rule">{OWN_SESSIONS.opened(momentInWords(session.openedAt))}</p>
              </div>
              {key === presentKey ? (
                <span class="badge present">{OWN_SESSIONS.present}</span>
              ) : (
                <form method="post" action={`/staff/sessions/${key}/end`}>
                  <FormToken signedIn={signedIn} />
                  <button
                    class="button"
                    type="submit"
                    aria-label={OWN_SESSIONS.endOf(session.device, momentInWords(session.openedAt))}
                  >
                    {OWN_SESSIONS.end}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 ? (
          <form method="post" action="/staff/sessions/end-others">
            <FormToken signedIn={signedIn} />
            <button class="button button-primary" type="submit">
              {OWN_SESSIONS.endOthers}
            </button>
          </form>
        ) : (
          <p class="rule">{OWN_SESSIONS.only}</p>
        )}
        <p class="rule">{OWN_SESSIONS.rule}</p>
      </div>
    ),
  });
}
