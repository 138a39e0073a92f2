import type { ListedSession } from '../../../bot/ports/staff.ts';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken, renderConsolePage } from '../layout.tsx';
import type { NoticeName } from '../notices.ts';
import type { SignedIn } from '../sessions.ts';
import { ageInWords, momentInWords } from '../time-words.ts';
import { deviceInWords } from './device-words.ts';

/** The log-ins of one's own account, with a way to end each; `presentKey` names the one that asks. */
export function renderSessionPage(page: {
  readonly signedIn: SignedIn;
  readonly sessions: readonly ListedSession[];
  readonly presentKey: string;
  readonly notice: NoticeName | null;
  readonly now: number;
}): string {
  const { signedIn, sessions, presentKey } = page;
  const words = wordsIn(signedIn.preferences.language);
  return renderConsolePage({
    title: words.ownSessions.title,
    signedIn,
    unread: 0,
    notice: page.notice,
    live: false,
    part: null,
    translated: true,
    children: (
      <div class="reading">
        <h1>{words.ownSessions.title}</h1>
        <p class="lead">{words.ownSessions.lead}</p>
        <ul class="own-sessions">
          {sessions.map(({ key, session }) => (
            <li key={key} class="panel own-session">
              <div>
                <p class="own-session-device">{deviceInWords(session.device, words.ownSessions)}</p>
                <p class="rule">{words.ownSessions.lastUsed(ageInWords(session.lastUsedAt, page.now, words.times))}</p>
                <p class="rule">{words.ownSessions.opened(momentInWords(session.openedAt, words.times))}</p>
              </div>
              {key === presentKey ? (
                <span class="badge present">{words.ownSessions.present}</span>
              ) : (
                <form method="post" action={`/staff/sessions/${key}/end`}>
                  <FormToken signedIn={signedIn} />
                  <button
                    class="button"
                    type="submit"
                    aria-label={words.ownSessions.endOf(
                      deviceInWords(session.device, words.ownSessions),
                      momentInWords(session.openedAt, words.times),
                    )}
                  >
                    {words.ownSessions.end}
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
              {words.ownSessions.endOthers}
            </button>
          </form>
        ) : (
          <p class="rule">{words.ownSessions.only}</p>
        )}
        <p class="rule">{words.ownSessions.rule}</p>
      </div>
    ),
  });
}
