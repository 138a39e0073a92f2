import { PasswordField, Problem } from './form-parts.tsx';
import { FormToken, renderPanelPage } from './layout.tsx';
import type { SignedIn } from './sessions.ts';
import { LOGIN, PASSWORD } from './vietnamese.ts';

/** The log-in page; `next` is where to go afterwards, `problem` why the last try failed. */
export function renderLoginPage(page: {
  readonly name: string;
  readonly next: string;
  readonly problem: string | null;
}): string {
  return renderPanelPage(
    null,
    LOGIN.title,
    <>
      <p class="lead">{LOGIN.lead}</p>
      <Problem words={page.problem} />
      <form method="post" action="/staff/login">
        <input type="hidden" name="next" value={page.next} />
        <label>
          {LOGIN.name}
          <input
            name="name"
            value={page.name}
            required
            maxLength={100}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
          />
        </label>
        <PasswordField name="password" label={LOGIN.password} autocomplete="current-password" />
        <button class="button button-primary wide" type="submit">
          {LOGIN.submit}
        </button>
      </form>
    </>,
  );
}

/** The page to set a new password; an account with a one-time password can open nothing else. */
export function renderPasswordPage(signedIn: SignedIn, problem: string | null): string {
  return renderPanelPage(
    signedIn,
    PASSWORD.title,
    <>
      {signedIn.account.mustChangePassword ? <p class="lead">{PASSWORD.forced}</p> : null}
      <Problem words={problem} />
      <form method="post" action="/staff/password">
        <FormToken signedIn={signedIn} />
        <PasswordField name="current" label={PASSWORD.current} autocomplete="current-password" />
        <PasswordField name="next" label={PASSWORD.next} autocomplete="new-password" rule={PASSWORD.rule} />
        <PasswordField name="repeat" label={PASSWORD.repeat} autocomplete="new-password" />
        <button class="button button-primary wide" type="submit">
          {PASSWORD.submit}
        </button>
      </form>
    </>,
  );
}
