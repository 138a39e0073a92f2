import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { LONGEST_REGISTER, type PressRequest } from './read-register.ts';

const EXCERPT_CHARACTERS = 200;

/** The register of the press; each line leads to its ticket. */
export function renderRegisterPage(page: {
  readonly signedIn: SignedIn;
  readonly requests: readonly PressRequest[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { columns } = words.pressRegister;
  return renderAdminPage(
    page.signedIn,
    words.pressRegister.title,
    <>
      <h1>{words.pressRegister.title}</h1>
      <p class="lead">{words.pressRegister.lead}</p>
      {page.requests.length === 0 ? (
        <p class="panel">{words.pressRegister.none}</p>
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
            <p class="rule">{words.pressRegister.truncated(LONGEST_REGISTER)}</p>
          )}
          <nav class="actions paging" aria-label={words.pressRegister.title}>
            <a class="button" href="/staff/press/export">
              {words.pressRegister.csv}
            </a>
          </nav>
        </>
      )}
    </>,
    { translated: true },
  );
}

function Request(props: { readonly request: PressRequest; readonly names: ReadonlyMap<string, string> }) {
  const words = useWords();
  const { columns, unknown } = words.pressRegister;
  const { ticket, slots, released } = props.request;
  const question = [...ticket.question];
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/tickets/${encodeURIComponent(ticket.id)}`}>{ticket.number}</a>
      </th>
      <td data-column={columns.opened}>{momentInWords(ticket.openedAt, words.times)}</td>
      <td data-column={columns.outlet}>{slots.outlet ?? unknown}</td>
      <td data-column={columns.contact}>{slots.contact ?? unknown}</td>
      <td data-column={columns.deadline}>{slots.deadline ?? unknown}</td>
      <td data-column={columns.question} lang="vi">
        {question.slice(0, EXCERPT_CHARACTERS).join('')}
        {question.length > EXCERPT_CHARACTERS ? '…' : null}
      </td>
      <td data-column={columns.state}>{words.states[ticket.state]}</td>
      <td data-column={columns.assignee}>
        {ticket.assignee === null ? null : (props.names.get(ticket.assignee) ?? ticket.assignee)}
      </td>
      <td data-column={columns.released}>{released.length}</td>
    </tr>
  );
}
