import { renderAdminPage } from '../admin-page.tsx';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { STATES } from '../vietnamese.ts';
import { LONGEST_REGISTER, type PressRequest } from './read-register.ts';
import { PRESS_REGISTER } from './vietnamese.ts';

const EXCERPT_CHARACTERS = 200;

/** The register of the press; each line leads to its ticket. */
export function renderRegisterPage(page: {
  readonly signedIn: SignedIn;
  readonly requests: readonly PressRequest[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
}): string {
  const { columns } = PRESS_REGISTER;
  return renderAdminPage(
    page.signedIn,
    PRESS_REGISTER.title,
    <>
      <h1>{PRESS_REGISTER.title}</h1>
      <p class="lead">{PRESS_REGISTER.lead}</p>
      {page.requests.length === 0 ? (
        <p class="panel">{PRESS_REGISTER.none}</p>
      ) : (
        <>
          <table class="users audit">
            <TableHead columns={columns} />
            <tbody>
              {page.requests.map((request) => (
                <Request key={request.ticket.id} request={request} names={page.names} />
              ))}
            </tbody>
          </table>
          {page.requests.length < LONGEST_REGISTER ? null : (
            <p class="rule">{PRESS_REGISTER.truncated(LONGEST_REGISTER)}</p>
          )}
          <nav class="actions paging" aria-label={PRESS_REGISTER.title}>
            <a class="button" href="/staff/press/export">
              {PRESS_REGISTER.csv}
            </a>
          </nav>
        </>
      )}
    </>,
  );
}

function Request(props: { readonly request: PressRequest; readonly names: ReadonlyMap<string, string> }) {
  const { columns, unknown } = PRESS_REGISTER;
  const { ticket, slots, released } = props.request;
  const question = [...ticket.question];
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/tickets/${encodeURIComponent(ticket.id)}`}>{ticket.number}</a>
      </th>
      <td data-column={columns.opened}>{momentInWords(ticket.openedAt)}</td>
      <td data-column={columns.outlet}>{slots.outlet ?? unknown}</td>
      <td data-column={columns.contact}>{slots.contact ?? unknown}</td>
      <td data-column={columns.deadline}>{slots.deadline ?? unknown}</td>
      <td data-column={columns.question}>
        {question.slice(0, EXCERPT_CHARACTERS).join('')}
        {question.length > EXCERPT_CHARACTERS ? '…' : null}
      </td>
      <td data-column={columns.state}>{STATES[ticket.state]}</td>
      <td data-column={columns.assignee}>
        {ticket.assignee === null ? null : (props.names.get(ticket.assignee) ?? ticket.assignee)}
      </td>
      <td data-column={columns.released}>{released.length}</td>
    </tr>
  );
}
