import { INCIDENT_KINDS } from '../../../bot/incidents/incident.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { LONGEST, URGENCIES, type WrittenIncident } from './incident-form.ts';
import type { INCIDENTS } from './vietnamese.ts';

/** The short form of an incident, made for a phone. */
export function renderNewIncident(page: {
  readonly signedIn: SignedIn;
  readonly written: WrittenIncident;
  /** Names of schools to choose from; others may be typed. */
  readonly schools: readonly string[];
  readonly problems: readonly (keyof typeof INCIDENTS.problems)[];
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { signedIn, written, schools, problems } = page;
  const { fields } = words.incidents;
  return renderAdminPage(
    signedIn,
    words.incidents.newTitle,
    <div class="reading">
      <h1>{words.incidents.newTitle}</h1>
      <p class="lead">{words.incidents.newLead}</p>
      <p class="notice bad">{words.incidents.danger}</p>
      {problems.length === 0 ? null : (
        <ul class="notice bad" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{words.incidents.problems[problem]}</li>
          ))}
        </ul>
      )}
      <div class="admin-columns">
        <form class="panel" method="post" action="/staff/incidents/new" autocomplete="off">
          <FormToken signedIn={signedIn} />
          <input type="hidden" name="id" value={written.id} autocomplete="off" />
          <label>
            {fields.school}
            <input name="school" value={written.school} list="schools" required maxLength={LONGEST.school} />
          </label>
          <datalist id="schools">
            {schools.map((school) => (
              <option key={school} value={school} />
            ))}
          </datalist>
          <label>
            {fields.kind}
            <select name="kind" required>
              <option value="">{fields.choose}</option>
              {INCIDENT_KINDS.map((kind) => (
                <option key={kind} value={kind} selected={kind === written.kind}>
                  {words.incidentKinds[kind]}
                </option>
              ))}
            </select>
          </label>
          <fieldset class="choices">
            <legend>{fields.urgency}</legend>
            {URGENCIES.map((urgency) => (
              <label class="choice" key={urgency}>
                <input type="radio" name="urgency" value={urgency} required checked={urgency === written.urgency} />
                {words.incidentUrgencies[urgency]}
              </label>
            ))}
          </fieldset>
          <label>
            {fields.happened}
            <input type="datetime-local" name="happened" value={written.happened} required />
          </label>
          <label for="incident-description">{fields.description}</label>
          <textarea
            id="incident-description"
            name="description"
            rows={4}
            required
            maxLength={LONGEST.description}
            aria-describedby="incident-description-rule"
          >
            {written.description}
          </textarea>
          <p class="rule" id="incident-description-rule">
            {fields.descriptionRule}
          </p>
          <label>
            {fields.contact}
            <input
              name="contact"
              value={written.contact}
              required
              maxLength={LONGEST.contact}
              aria-describedby="incident-contact-rule"
            />
          </label>
          <p class="rule" id="incident-contact-rule">
            {fields.contactRule}
          </p>
          <button class="button button-primary" type="submit">
            {words.incidents.submit}
          </button>
        </form>
      </div>
    </div>,
    { translated: true },
  );
}
