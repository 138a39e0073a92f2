import type { Incident } from '../../../bot/incidents/incident.ts';
import { renderAdminPage } from '../admin-page.tsx';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { INCIDENT_KIND_WORDS, INCIDENTS } from './vietnamese.ts';

/** What happened at schools: what is open first, then what was handled lately. */
export function renderIncidentList(page: {
  readonly signedIn: SignedIn;
  /** The newest first. */
  readonly open: readonly Incident[];
  readonly handled: readonly Incident[];
}): string {
  return renderAdminPage(
    page.signedIn,
    INCIDENTS.title,
    <>
      <h1>{INCIDENTS.title}</h1>
      <p class="lead">{INCIDENTS.lead}</p>
      <IncidentPart id="open" title={INCIDENTS.open} none={INCIDENTS.noneOpen} incidents={page.open} />
      <IncidentPart id="handled" title={INCIDENTS.handled} none={INCIDENTS.noneHandled} incidents={page.handled} />
    </>,
  );
}

/** How urgent an incident is, as a badge. */
export function UrgencyBadge({ urgency }: Pick<Incident, 'urgency'>) {
  const tone = { urgent: 'state-disabled', high: 'state-one-time', normal: 'present' }[urgency];
  return <span class={`badge ${tone}`}>{INCIDENTS.shortUrgency[urgency]}</span>;
}

function IncidentPart(part: {
  readonly id: Incident['state'];
  readonly title: string;
  readonly none: string;
  readonly incidents: readonly Incident[];
}) {
  const { columns } = INCIDENTS;
  return (
    <section class="panel" aria-labelledby={part.id}>
      <div class="panel-head">
        <h2 id={part.id}>{part.title}</h2>
        {part.id === 'open' ? (
          <a class="button button-primary" href="/staff/incidents/new">
            {INCIDENTS.report}
          </a>
        ) : null}
      </div>
      {part.incidents.length === 0 ? (
        <p>{part.none}</p>
      ) : (
        <table class="users audit">
          <TableHead columns={columns} />
          <tbody>
            {part.incidents.map(({ id, school, kind, urgency, happenedAt, filedAt }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/staff/incidents/${encodeURIComponent(id)}`}>{school}</a>
                </th>
                <td data-column={columns.kind}>{INCIDENT_KIND_WORDS[kind]}</td>
                <td data-column={columns.urgency}>
                  <UrgencyBadge urgency={urgency} />
                </td>
                <td data-column={columns.happened}>{momentInWords(happenedAt)}</td>
                <td data-column={columns.filed}>{momentInWords(filedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
