import type { ListedAccount, StaffAccount, StaffRole } from '../../../bot/ports/staff.ts';
import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken, renderConsolePage } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { UserFields } from './user-form.tsx';

/** What was written into the form for a new account. */
export interface NewAccount {
  readonly name: string;
  readonly displayName: string;
  readonly role: StaffRole;
  readonly group: string;
}

/** The list of accounts, with a form for a new one; `problem` says why the last one was not made. */
export function renderUserListPage(page: {
  readonly signedIn: SignedIn;
  readonly users: readonly ListedAccount[];
  readonly withFactor: readonly string[];
  readonly mustHaveFactor: (role: StaffRole) => boolean;
  readonly written: NewAccount;
  readonly problem: string | null;
}): string {
  const { users, roles, times } = wordsIn(page.signedIn.preferences.language);
  const { columns, fields } = users;
  return renderConsolePage({
    title: users.title,
    signedIn: page.signedIn,
    unread: 0,
    notice: null,
    live: false,
    part: null,
    translated: true,
    children: (
      <>
        <h1>{users.title}</h1>
        <p class="lead">{users.lead}</p>
        <Problem words={page.problem} />
        <details class="panel add-user" open={page.problem !== null}>
          <summary>{users.add}</summary>
          <form method="post" action="/staff/users" autocomplete="off">
            <FormToken signedIn={page.signedIn} />
            <label>
              {fields.name}
              <input
                name="name"
                value={page.written.name}
                required
                maxLength={32}
                autocomplete="off"
                autocapitalize="none"
                spellcheck={false}
                aria-describedby="name-rule"
              />
            </label>
            <p class="rule" id="name-rule">
              {fields.nameRule}
            </p>
            <UserFields {...page.written} changesRole />
            <button class="button button-primary" type="submit">
              {users.create}
            </button>
          </form>
        </details>
        <table class="users">
          <TableHead columns={columns} />
          <tbody>
            {page.users.map(({ account, lastLoginAt }) => (
              <tr key={account.name}>
                <th scope="row">
                  <a href={`/staff/users/${encodeURIComponent(account.name)}`}>{account.displayName}</a>
                  <span class="user-name">{account.name}</span>
                </th>
                <td data-column={columns.role}>{roles[account.role]}</td>
                <td data-column={columns.group}>{account.group ?? users.noGroup}</td>
                <td data-column={columns.factor}>
                  {factorInWords(page.withFactor.includes(account.name), page.mustHaveFactor(account.role), users)}
                </td>
                <td data-column={columns.lastLogin}>
                  {lastLoginAt === null ? users.never : momentInWords(lastLoginAt, times)}
                </td>
                <td data-column={columns.state}>
                  <StateBadge account={account} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    ),
  });
}

/** Whether an account can be used, in a word and a colour. */
export function StateBadge({ account }: { readonly account: StaffAccount }) {
  const { users } = useWords();
  const state = account.disabled ? 'disabled' : account.mustChangePassword ? 'one-time' : 'active';
  return <span class={`badge state-${state}`}>{users.states[state]}</span>;
}

/** Whether an account has its second factor, in words. */
export function factorInWords(has: boolean, must: boolean, users: ConsoleWords['users']): string {
  if (has) return users.factor.on;
  return must ? users.factor.due : users.factor.off;
}
