import type { ListedAccount } from '../../../bot/ports/staff.ts';
import { Fact } from '../fact.tsx';
import { Problem } from '../form-parts.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken, renderConsolePage, renderPanelPage } from '../layout.tsx';
import type { NoticeName } from '../notices.ts';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { UserFields } from './user-form.tsx';
import { factorInWords, StateBadge } from './user-list-page.tsx';

/** The page of one account. What cannot be taken back at once asks twice: each stands behind a summary. */
export function renderUserPage(page: {
  readonly signedIn: SignedIn;
  readonly user: ListedAccount;
  readonly hasFactor: boolean;
  readonly mustHaveFactor: boolean;
  readonly notice: NoticeName | null;
  readonly problem: string | null;
}): string {
  const { signedIn, hasFactor } = page;
  const { account, lastLoginAt } = page.user;
  const { users, times } = wordsIn(signedIn.preferences.language);
  const { columns } = users;
  const own = account.name === signedIn.account.name;
  const action = (path: string, words: { readonly action: string; readonly advice: (name: string) => string }) => (
    <UserAction page={page} path={path} action={words.action} advice={words.advice(account.displayName)} />
  );
  return renderConsolePage({
    title: account.displayName,
    signedIn,
    unread: 0,
    notice: page.notice,
    live: false,
    part: null,
    translated: true,
    children: (
      <>
        <p class="back">
          <a href="/staff/users">{users.back}</a>
        </p>
        <div class="ticket-title">
          <h1>{account.displayName}</h1>
          <StateBadge account={account} />
        </div>
        <Problem words={page.problem} />
        <div class="columns">
          <section class="panel user-fields" aria-labelledby="user-fields">
            <h2 id="user-fields">{users.changing}</h2>
            <form method="post" action={addressOf(account.name)} autocomplete="off">
              <FormToken signedIn={signedIn} />
              <UserFields
                displayName={account.displayName}
                role={account.role}
                group={account.group ?? ''}
                changesRole={!own}
              />
              {own ? null : <p class="rule">{users.saveRule}</p>}
              <button class="button button-primary" type="submit">
                {users.save}
              </button>
            </form>
          </section>
          <aside class="side" aria-labelledby="user-actions">
            <div class="panel user-facts">
              <h2 id="user-actions">{users.actions}</h2>
              <dl class="facts">
                <Fact label={users.fields.name} value={account.name} />
                <Fact label={columns.factor} value={factorInWords(hasFactor, page.mustHaveFactor, users)} />
                <Fact
                  label={columns.lastLogin}
                  value={lastLoginAt === null ? users.never : momentInWords(lastLoginAt, times)}
                />
              </dl>
            </div>
            {own ? null : action('password', users.password)}
            {hasFactor && !own ? action('second-factor', users.resetFactor) : null}
            {own ? null : action('sessions', users.endSessions)}
            {own || account.disabled ? null : action('disable', users.disable)}
            {account.disabled ? action('enable', users.enable) : null}
          </aside>
        </div>
      </>
    ),
  });
}

/** A one-time password, shown once. */
export function renderOneTimePasswordPage(
  signedIn: SignedIn,
  user: { readonly name: string; readonly displayName: string },
  password: string,
): string {
  const { oneTime } = wordsIn(signedIn.preferences.language).users;
  return renderPanelPage(
    signedIn,
    oneTime.title,
    <>
      <p class="lead">{oneTime.lead(user.displayName)}</p>
      <dl class="secret">
        <dt>{oneTime.name}</dt>
        <dd>{user.name}</dd>
        <dt>{oneTime.password}</dt>
        <dd id="one-time-password">{password}</dd>
      </dl>
      <a class="button button-primary wide" href={addressOf(user.name)}>
        {oneTime.done}
      </a>
    </>,
    { translated: true },
  );
}

function UserAction(props: {
  readonly page: Parameters<typeof renderUserPage>[0];
  readonly path: string;
  readonly action: string;
  readonly advice: string;
}) {
  return (
    <details class="panel close">
      <summary>{props.action}</summary>
      <form method="post" action={`${addressOf(props.page.user.account.name)}/${props.path}`}>
        <p class="rule">{props.advice}</p>
        <FormToken signedIn={props.page.signedIn} />
        <button class="button wide" type="submit">
          {props.action}
        </button>
      </form>
    </details>
  );
}

function addressOf(name: string): string {
  return `/staff/users/${encodeURIComponent(name)}`;
}
