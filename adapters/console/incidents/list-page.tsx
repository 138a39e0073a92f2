import type { Incident } from '../../../bot/incidents/incident.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';

/** What happened at schools: what is open first, then what was handled lately. */
export function renderIncidentList(page: {
  readonly signedIn: SignedIn;
  /** The newest first. */
  readonly open: readonly Incident[];
  readonly handled: readonly Incident[];
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  return renderAdminPage(
    page.signedIn,
    words.incidents.title,
    <>
      <h1>{words.incidents.title}</h1>
      <p class="lead">{words.incidents.lead}</p>
      <IncidentPart id="open" title={words.incidents.open} none={words.incidents.noneOpen} incidents={page.open} />
      <IncidentPart
        id="handled"
        title={words.incidents.handled}
        none={words.incidents.noneHandled}
        incidents={page.handled}
      />
    </>,
    { translated: true },
  );
}

/** How urgent an incident is, as a badge. */
export function UrgencyBadge({ urgency }: Pick<Incident, 'urgency'>) {
  const words = useWords();
  const tone = { urgent: 'state-disabled', high: 'state-one-time', normal: 'present' }[urgency];
  return <span class={`badge ${tone}`}>{words.incidents.shortUrgency[urgency]}</span>;
}

function IncidentPart(part: {
  readonly id: Incident['state'];
  readonly title: string;
  readonly none: string;
  readonly incidents: readonly Incident[];
}) {
  const words = useWords();
  const { columns } = words.incidents;
  return (
    <section class="panel" aria-labelledby={part.id}>
      <div class="panel-head">
        <h2 id={part.id}>{part.title}</h2>
        {part.id === 'open' ? (
          <a class="button button-primary" href="/staff/incidents/new">
            {words.incidents.report}
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
                <td data-column={columns.kind}>{words.incidentKinds[kind]}</td>
                <td data-column={columns.urgency}>
                  <UrgencyBadge urgency={urgency} />
                </td>
                <td data-column={columns.happened}>{momentInWords(happenedAt, words.times)}</td>
                <td data-column={columns.filed}>{momentInWords(filedAt, words.times)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
