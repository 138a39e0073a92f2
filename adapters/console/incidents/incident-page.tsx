import type { Incident } from '../../../bot/incidents/incident.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { LONGEST } from './incident-form.ts';
import { UrgencyBadge } from './list-page.tsx';
import type { INCIDENTS } from './vietnamese.ts';

/** One incident, and for those in charge the form that says what came of it. */
export function renderIncidentPage(page: {
  readonly signedIn: SignedIn;
  readonly incident: Incident;
  /** Display name by log-in name. */
  readonly nameOf: (staffName: string) => string;
  readonly done: keyof typeof INCIDENTS.done | null;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { signedIn, incident, nameOf, done } = page;
  const { school, kind, urgency, state } = incident;
  const { fields } = words.incidents;
  const isBad = done === 'stale' || done === 'empty';
  const facts: readonly (readonly [string, string])[] = [
    [fields.happened, momentInWords(incident.happenedAt, words.times)],
    [words.incidents.filedBy, `${nameOf(incident.filedBy)}, ${momentInWords(incident.filedAt, words.times)}`],
    [fields.contact, incident.contact === '' ? words.incidents.noWords : incident.contact],
    [words.incidents.state, stateInWords(incident, nameOf, words)],
  ];
  return renderAdminPage(
    signedIn,
    `${words.incidentKinds[kind]} – ${school}`,
    <>
      <h1>{words.incidentKinds[kind]}</h1>
      <p class="lead">
        {school} <UrgencyBadge urgency={urgency} />
      </p>
      {done === null ? null : (
        <p class={`notice ${isBad ? 'bad' : 'good'}`} role={isBad ? 'alert' : 'status'}>
          {words.incidents.done[done]}
        </p>
      )}
      <div class="admin-columns">
        <section class="panel" aria-labelledby="incident-facts">
          <h2 id="incident-facts">{fields.description}</h2>
          <p class="said" lang="vi">
            {incident.description === '' ? words.incidents.noWords : incident.description}
          </p>
          <dl class="promises">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {state === 'handled' ? (
            <>
              <h3>{words.incidents.result}</h3>
              <p>{incident.result === '' ? words.incidents.noWords : incident.result}</p>
            </>
          ) : null}
        </section>
        {mayUse(signedIn, 'POST /staff/incidents/:id') ? (
          <HandlingForm signedIn={signedIn} incident={incident} />
        ) : null}
      </div>
      <nav class="actions paging" aria-label={words.incidents.title}>
        <a class="button" href="/staff/incidents">
          {words.incidents.back}
        </a>
      </nav>
    </>,
    { translated: true },
  );
}

function HandlingForm({ signedIn, incident }: { readonly signedIn: SignedIn; readonly incident: Incident }) {
  const words = useWords();
  return (
    <section class="panel" aria-labelledby="incident-handling">
      <h2 id="incident-handling">{words.incidents.handling}</h2>
      <form method="post" action={`/staff/incidents/${encodeURIComponent(incident.id)}`} autocomplete="off">
        <FormToken signedIn={signedIn} />
        <input type="hidden" name="seen" value={incident.version} autocomplete="off" />
        <label for="incident-result">{words.incidents.result}</label>
        <textarea
          id="incident-result"
          name="result"
          rows={4}
          maxLength={LONGEST.result}
          aria-describedby="incident-result-rule"
        >
          {incident.result ?? ''}
        </textarea>
        <p class="rule" id="incident-result-rule">
          {words.incidents.resultRule}
        </p>
        <div class="actions">
          <button class="button button-primary" type="submit" name="to" value="handled">
            {words.incidents.handle}
          </button>
          {incident.state === 'handled' ? (
            <button class="button" type="submit" name="to" value="open">
              {words.incidents.reopen}
            </button>
          ) : null}
        </div>
      </form>
    </section>
  );
}

function stateInWords(
  { state, handledBy, handledAt }: Incident,
  nameOf: (staffName: string) => string,
  words: ConsoleWords,
): string {
  const who =
    handledBy === null || handledAt === null ? '' : `: ${nameOf(handledBy)}, ${momentInWords(handledAt, words.times)}`;
  return `${words.incidents.states[state]}${who}`;
}
