import type { Incident } from '../../../bot/incidents/incident.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { LONGEST } from './incident-form.ts';
import { UrgencyBadge } from './list-page.tsx';
import { INCIDENT_KIND_WORDS, INCIDENTS } from './vietnamese.ts';

/** One incident, and for those in charge the form that says what came of it. */
export function renderIncidentPage(page: {
  readonly signedIn: SignedIn;
  readonly incident: Incident;
  /** Display name by log-in name. */
  readonly nameOf: (staffName: string) => string;
  readonly done: keyof typeof INCIDENTS.done | null;
}): string {
  const { signedIn, incident, nameOf, done } = page;
  const { school, kind, urgency, state } = incident;
  const { fields } = INCIDENTS;
  const isBad = done === 'stale' || done === 'empty';
  const facts: readonly (readonly [string, string])[] = [
    [fields.happened, momentInWords(incident.happenedAt)],
    [INCIDENTS.filedBy, `${nameOf(incident.filedBy)}, ${momentInWords(incident.filedAt)}`],
    [fields.contact, incident.contact === '' ? INCIDENTS.noWords : incident.contact],
    [INCIDENTS.state, stateInWords(incident, nameOf)],
  ];
  return renderAdminPage(
    signedIn,
    `${INCIDENT_KIND_WORDS[kind]} – ${school}`,
    <>
      <h1>{INCIDENT_KIND_WORDS[kind]}</h1>
      <p class="lead">
        {school} <UrgencyBadge urgency={urgency} />
      </p>
      {done === null ? null : (
        <p class={`notice ${isBad ? 'bad' : 'good'}`} role={isBad ? 'alert' : 'status'}>
          {INCIDENTS.done[done]}
        </p>
      )}
      <div class="admin-columns">
        <section class="panel" aria-labelledby="incident-facts">
          <h2 id="incident-facts">{fields.description}</h2>
          <p class="said">{incident.description === '' ? INCIDENTS.noWords : incident.description}</p>
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
              <h3>{INCIDENTS.result}</h3>
              <p>{incident.result === '' ? INCIDENTS.noWords : incident.result}</p>
            </>
          ) : null}
        </section>
        {mayUse(signedIn, 'POST /staff/incidents/:id') ? (
          <HandlingForm signedIn={signedIn} incident={incident} />
        ) : null}
      </div>
      <nav class="actions paging" aria-label={INCIDENTS.title}>
        <a class="button" href="/staff/incidents">
          {INCIDENTS.back}
        </a>
      </nav>
    </>,
  );
}

function HandlingForm({ signedIn, incident }: { readonly signedIn: SignedIn; readonly incident: Incident }) {
  return (
    <section class="panel" aria-labelledby="incident-handling">
      <h2 id="incident-handling">{INCIDENTS.handling}</h2>
      <form method="post" action={`/staff/incidents/${encodeURIComponent(incident.id)}`} autocomplete="off">
        <FormToken signedIn={signedIn} />
        <input type="hidden" name="seen" value={incident.version} autocomplete="off" />
        <label for="incident-result">{INCIDENTS.result}</label>
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
          {INCIDENTS.resultRule}
        </p>
        <div class="actions">
          <button class="button button-primary" type="submit" name="to" value="handled">
            {INCIDENTS.handle}
          </button>
          {incident.state === 'handled' ? (
            <button class="button" type="submit" name="to" value="open">
              {INCIDENTS.reopen}
            </button>
          ) : null}
        </div>
      </form>
    </section>
  );
}

function stateInWords({ state, handledBy, handledAt }: Incident, nameOf: (staffName: string) => string): string {
  const who = handledBy === null || handledAt === null ? '' : `: ${nameOf(handledBy)}, ${momentInWords(handledAt)}`;
  return `${INCIDENTS.states[state]}${who}`;
}
