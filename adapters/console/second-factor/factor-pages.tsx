import { PasswordField, Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken, renderPanelPage } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { CodeField } from './code-page.tsx';
import { KeyPicture } from './key-picture.tsx';
import type { OfferedKey } from './second-factor.ts';

/** The page to set up a second factor: a picture to scan, the key for typing, and a first code. */
export function renderSetUpPage(page: {
  readonly signedIn: SignedIn;
  readonly offered: OfferedKey;
  readonly problem: string | null;
}): string {
  const { signedIn, offered } = page;
  const forced = signedIn.session.stage === 'enrolment';
  const { factor } = wordsIn(signedIn.preferences.language);
  const words = factor.setUp;
  return renderPanelPage(
    signedIn,
    factor.title,
    [
      <p class="lead" key="lead">
        {forced ? words.required : words.lead}
      </p>,
      <Problem words={page.problem} key="problem" />,
      <ol class="steps" key="steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>,
      <KeyPicture text={offered.address} label={words.picture} key="picture" />,
      <details class="advice-details" key="by-hand">
        <summary>{words.byHand}</summary>
        <dl class="secret">
          <dt>{words.key}</dt>
          <dd>{offered.words}</dd>
        </dl>
        <p class="rule">{words.keyAdvice}</p>
      </details>,
      <form method="post" action="/staff/second-factor" key="form">
        <FormToken signedIn={signedIn} />
        <input type="hidden" name="sealedKey" value={offered.sealedKey} autocomplete="off" />
        <CodeField label={words.code} recovery={false} />
        {forced ? null : <PasswordField name="password" label={words.password} autocomplete="current-password" />}
        <button class="button button-primary wide" type="submit">
          {words.submit}
        </button>
      </form>,
    ],
    { translated: true },
  );
}

/** The page of a second factor that is on; `required` accounts exchange theirs instead of turning it off. */
export function renderFactorOnPage(page: {
  readonly signedIn: SignedIn;
  readonly codesLeft: number;
  readonly required: boolean;
  readonly problem: string | null;
}): string {
  const { signedIn } = page;
  const { factor } = wordsIn(signedIn.preferences.language);
  const words = factor.on;
  const change = page.required
    ? { title: words.replace, advice: words.replaceAdvice }
    : { title: words.remove, advice: words.removeAdvice };
  return renderPanelPage(
    signedIn,
    factor.title,
    [
      <p class="lead" key="lead">
        {words.lead} {words.codesLeft(page.codesLeft)}
      </p>,
      <Problem words={page.problem} key="problem" />,
      <CodeForm key="renew" signedIn={signedIn} action="codes" title={words.renew} advice={words.renewAdvice} />,
      <CodeForm key="remove" signedIn={signedIn} action="remove" title={change.title} advice={change.advice} />,
    ],
    { translated: true },
  );
}

/** The recovery codes, shown once. */
export function renderRecoveryCodesPage(signedIn: SignedIn, codes: readonly string[]): string {
  const { factor } = wordsIn(signedIn.preferences.language);
  const words = factor.recovery;
  const text = [words.heading(signedIn.account.name), ...codes, ''].join('\r\n');
  return renderPanelPage(
    signedIn,
    words.title,
    [
      <p class="lead" key="lead">
        {words.lead}
      </p>,
      <ul class="recovery-codes" key="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>,
      <p class="rule" key="use">
        {words.use}
      </p>,
      <p class="actions" key="actions">
        <a class="button" download={words.file} href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}>
          {words.download}
        </a>
        <a class="button button-primary" href="/staff">
          {words.done}
        </a>
      </p>,
    ],
    { translated: true },
  );
}

function CodeForm(form: {
  readonly signedIn: SignedIn;
  readonly action: 'codes' | 'remove';
  readonly title: string;
  readonly advice: string;
}) {
  const { factor } = useWords();
  return (
    <details class="advice-details">
      <summary>{form.title}</summary>
      <form method="post" action={`/staff/second-factor/${form.action}`}>
        <p class="rule">{form.advice}</p>
        <FormToken signedIn={form.signedIn} />
        <CodeField
          label={form.action === 'codes' ? factor.setUp.code : factor.code.label}
          recovery={form.action === 'remove'}
        />
        <button class="button wide" type="submit">
          {form.title}
        </button>
      </form>
    </details>
  );
}
