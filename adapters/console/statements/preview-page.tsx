import { clockAndDay } from '../../../bot/statements/say-statement.ts';
import type { WrittenStatement } from '../../../bot/statements/statement-changes.ts';
import { wordsOf } from '../../../bot/statements/statement-words.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { aboutInWords } from './about-words.ts';
import { momentField } from './statement-form.ts';

/** Messages of the last day that a statement would have answered. */
export interface Reach {
  readonly looked: number;
  readonly count: number;
  /** Some of them, anonymised. */
  readonly examples: readonly string[];
}

/** The second look: what citizens would see, and which messages would be answered so. Only this page's form keeps anything. */
export function renderStatementPreview(page: {
  readonly signedIn: SignedIn;
  readonly written: WrittenStatement;
  readonly reach: Reach;
  readonly seen: number;
  readonly now: number;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { signedIn, written, reach } = page;
  const source = written.kind === 'holding' ? null : { name: written.sourceName, day: written.sourceDay };
  const mayRelease = mayUse(signedIn, 'POST /staff/statements/:id/release');
  return renderAdminPage(
    signedIn,
    words.statements.check,
    <>
      <h1>{words.statements.check}</h1>
      <p class="lead">
        {words.statementKinds[written.kind].name}: {aboutInWords(written, words)}. {words.statements.facts.until}{' '}
        {momentInWords(written.until, words.times)}.
      </p>
      <div class="admin-columns">
        <section class="panel" aria-labelledby="seen">
          <h2 id="seen">{words.statements.seen}</h2>
          <p class="said" lang="vi">
            {wordsOf({ ...written, source }, clockAndDay(page.now))}
          </p>
          <form method="post" action="/staff/statements" autocomplete="off">
            <FormToken signedIn={signedIn} />
            <input type="hidden" name="seen" value={page.seen} autocomplete="off" />
            <HiddenFields written={written} />
            <p class="rule">{mayRelease ? words.statements.releaseRule : words.statements.keepRule}</p>
            <p class="actions">
              {mayRelease ? (
                <button class="button button-primary" type="submit" name="release" value="1">
                  {words.statements.release}
                </button>
              ) : null}
              <button class={mayRelease ? 'button' : 'button button-primary'} type="submit">
                {mayRelease ? words.statements.keepOwn : words.statements.keep}
              </button>
            </p>
          </form>
          <form class="go-back" method="post" action="/staff/statements/preview" autocomplete="off">
            <FormToken signedIn={signedIn} />
            <HiddenFields written={written} />
            <button class="button" type="submit" name="edit" value="1">
              {words.statements.edit}
            </button>
          </form>
        </section>
        <section class="panel" aria-labelledby="reach">
          <h2 id="reach">{words.statements.reachTitle}</h2>
          <p>{words.statements.reach(reach.count, reach.looked)}</p>
          <ul class="day-list">
            {reach.examples.map((words) => (
              <li key={words} lang="vi">
                {words}
              </li>
            ))}
          </ul>
          {reach.examples.length === 0 ? null : <p class="rule">{words.statements.reachRule}</p>}
        </section>
      </div>
    </>,
    { translated: true },
  );
}

/** What was written, as fields of a form that sends it on as it stands. */
export function HiddenFields({ written }: { readonly written: WrittenStatement }) {
  const words = useWords();
  const fields: Readonly<Record<string, string>> = {
    kind: written.kind,
    stream: written.stream ?? '',
    claim: written.claim ?? '',
    rumourId: written.rumourId ?? '',
    sourceName: written.sourceName,
    sourceDay: written.sourceDay,
    until: momentField(written.until),
    why: written.why,
  };
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} autocomplete="off" key={name} />
      ))}
      <textarea name="text" hidden aria-label={words.statements.text} lang="vi">
        {written.text}
      </textarea>
      <textarea name="phrases" hidden aria-label={words.statements.phrases} lang="vi">
        {written.phrases.join('\n')}
      </textarea>
    </>
  );
}
