import { type UnsentDraft, UnsentWords } from './drafts.tsx';
import { PasswordField, Problem } from './form-parts.tsx';
import { wordsIn } from './languages/words-in.ts';
import { FormToken, renderPanelPage } from './layout.tsx';
import { LANGUAGES, type Preferences } from './preferences.ts';
import type { SignedIn } from './sessions.ts';

/** The log-in page, with a link to itself in the other language; `next` is where to go afterwards, `problem` why the last try failed, `unsent` what was refused because nobody was signed in any more. */
export function renderLoginPage(page: {
  readonly name: string;
  readonly next: string;
  readonly problem: string | null;
  readonly preferences: Preferences;
  readonly unsent?: UnsentDraft | null;
}): string {
  const { preferences } = page;
  const { login, preferences: choices } = wordsIn(preferences.language);
  return renderPanelPage(
    null,
    login.title,
    <>
      <p class="lead">{login.lead}</p>
      <Problem words={page.problem} />
      <UnsentWords unsent={page.unsent ?? null} />
      <form method="post" action="/staff/login">
        <input type="hidden" name="next" value={page.next} />
        <label>
          {login.name}
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
        <PasswordField name="password" label={login.password} autocomplete="current-password" />
        <button class="button button-primary wide" type="submit">
          {login.submit}
        </button>
      </form>
      {LANGUAGES.filter((language) => language !== preferences.language).map((language) => (
        <p class="entrance-language" key={language}>
          <a href={`/staff/login?${new URLSearchParams({ language, next: page.next })}`} lang={language}>
            {choices.languages[language]}
          </a>
        </p>
      ))}
    </>,
    { translated: true, preferences },
  );
}

/** The page to set a new password; an account with a one-time password can open nothing else. */
export function renderPasswordPage(signedIn: SignedIn, problem: string | null): string {
  const { password } = wordsIn(signedIn.preferences.language);
  return renderPanelPage(
    signedIn,
    password.title,
    <>
      {signedIn.account.mustChangePassword ? <p class="lead">{password.forced}</p> : null}
      <Problem words={problem} />
      <form method="post" action="/staff/password">
        <FormToken signedIn={signedIn} />
        <PasswordField name="current" label={password.current} autocomplete="current-password" />
        <PasswordField name="next" label={password.next} autocomplete="new-password" rule={password.rule} />
        <PasswordField name="repeat" label={password.repeat} autocomplete="new-password" />
        <button class="button button-primary wide" type="submit">
          {password.submit}
        </button>
      </form>
    </>,
    { translated: true },
  );
}
