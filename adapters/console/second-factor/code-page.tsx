import { Problem } from '../form-parts.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken, renderPanelPage } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';

/** The page of a log-in that waits for a code; `next` is where to go afterwards. */
export function renderCodePage(page: {
  readonly signedIn: SignedIn;
  readonly next: string;
  readonly problem: string | null;
}): string {
  const { preferences } = page.signedIn;
  const { code } = wordsIn(preferences.language).factor;
  return renderPanelPage(
    null,
    code.title,
    <>
      <p class="lead">{code.lead}</p>
      <Problem words={page.problem} />
      <form method="post" action="/staff/second-factor/check">
        <FormToken signedIn={page.signedIn} />
        <input type="hidden" name="next" value={page.next} />
        <CodeField label={code.label} recovery />
        <button class="button button-primary wide" type="submit">
          {code.submit}
        </button>
      </form>
      <details class="advice-details">
        <summary>{code.lost}</summary>
        <p class="rule">{code.lostAdvice}</p>
      </details>
      <form method="post" action="/staff/logout">
        <FormToken signedIn={page.signedIn} />
        <button class="button wide" type="submit">
          {code.cancel}
        </button>
      </form>
    </>,
    { translated: true, preferences },
  );
}

/** A field for a code; phones show digits alone where no recovery code can stand in it. */
export function CodeField(field: { readonly label: string; readonly recovery: boolean }) {
  return (
    <label>
      {field.label}
      <input
        class="code-field"
        name="code"
        required
        maxLength={40}
        autocomplete="one-time-code"
        inputMode={field.recovery ? undefined : 'numeric'}
        autocapitalize="none"
        spellcheck={false}
      />
    </label>
  );
}
