import { Problem } from '../form-parts.tsx';
import { FormToken, renderPanelPage } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { FACTOR } from './vietnamese.ts';

/** The page of a log-in that waits for a code; `next` is where to go afterwards. */
export function renderCodePage(page: {
  readonly signedIn: SignedIn;
  readonly next: string;
  readonly problem: string | null;
}): string {
  return renderPanelPage(
    null,
    FACTOR.code.title,
    <>
      <p class="lead">{FACTOR.code.lead}</p>
      <Problem words={page.problem} />
      <form method="post" action="/staff/second-factor/check">
        <FormToken signedIn={page.signedIn} />
        <input type="hidden" name="next" value={page.next} />
        <CodeField label={FACTOR.code.label} recovery />
        <button class="button button-primary wide" type="submit">
          {FACTOR.code.submit}
        </button>
      </form>
      <details class="advice-details">
        <summary>{FACTOR.code.lost}</summary>
        <p class="rule">{FACTOR.code.lostAdvice}</p>
      </details>
      <form method="post" action="/staff/logout">
        <FormToken signedIn={page.signedIn} />
        <button class="button wide" type="submit">
          {FACTOR.code.cancel}
        </button>
      </form>
    </>,
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
