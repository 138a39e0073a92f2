import type { WatchedRumour } from '../../../bot/radar/radar-state.ts';
import { STATEMENT_KINDS } from '../../../bot/statements/statement.ts';
import type { StatementProblem, WrittenStatement } from '../../../bot/statements/statement-changes.ts';
import { LONGEST_STATEMENT, LONGEST_STATEMENT_FIELD } from '../../../bot/statements/statement-changes.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import { streamInWords } from '../radar/stream-words.ts';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { momentField, STATED_STREAMS } from './statement-form.ts';
import { StatementHead } from './statement-head.tsx';

/** The form of a new statement, with the words proposed or what was written before. */
export function renderStatementForm(page: {
  readonly signedIn: SignedIn;
  readonly written: WrittenStatement;
  /** The words that go round from which it was begun. */
  readonly rumour: WatchedRumour | null;
  readonly problem: StatementProblem | null;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { written, rumour } = page;
  const { kind } = written;
  const title = words.statements.newTitle[kind];
  return renderAdminPage(
    page.signedIn,
    title,
    <>
      <StatementHead title={title} lead={words.statementKinds[kind].effect} problem={page.problem}>
        <nav class="actions" aria-label={words.statements.kinds}>
          {STATEMENT_KINDS.map((one) => (
            <a class="button" key={one} href={addressOf(written, one)} aria-current={one === kind ? 'page' : undefined}>
              {words.statementKinds[one].name}
            </a>
          ))}
        </nav>
      </StatementHead>
      {rumour === null ? null : <Spread rumour={rumour} />}
      <form method="post" action="/staff/statements/preview" autocomplete="off">
        <FormToken signedIn={page.signedIn} />
        <input type="hidden" name="kind" value={kind} autocomplete="off" />
        <input type="hidden" name="rumourId" value={written.rumourId ?? ''} autocomplete="off" />
        <div class="admin-columns">
          <section class="panel topic-form">
            <label for="text">{words.statements.text}</label>
            <textarea
              id="text"
              name="text"
              rows={10}
              required
              maxLength={LONGEST_STATEMENT}
              aria-describedby="text-rule"
              lang="vi"
            >
              {written.text}
            </textarea>
            <p class="rule" id="text-rule">
              {words.statements.textRule}
            </p>
            {kind === 'holding' ? null : <SourceFields written={written} />}
            <label for="until">{words.statements.until}</label>
            <input id="until" name="until" type="datetime-local" required value={momentField(written.until)} />
            <label for="why">{words.statements.why}</label>
            <input id="why" name="why" required maxLength={LONGEST_STATEMENT_FIELD} value={written.why} lang="vi" />
          </section>
          <MatchFields written={written} />
        </div>
        <p class="actions">
          <button class="button button-primary" type="submit">
            {words.statements.preview}
          </button>
        </p>
      </form>
    </>,
    { translated: true },
  );
}

function Spread({ rumour }: { readonly rumour: WatchedRumour }) {
  const words = useWords();
  const { people, firstSeen, lastSeen, channels } = rumour;
  return (
    <p>
      {words.statements.spread(
        people,
        momentInWords(firstSeen, words.times),
        momentInWords(lastSeen, words.times),
        channels.map((channel) => words.channels[channel]).join(', '),
      )}
    </p>
  );
}

function SourceFields({ written }: { readonly written: WrittenStatement }) {
  const words = useWords();
  return (
    <>
      <label for="source-name">{words.statements.sourceName}</label>
      <input
        id="source-name"
        name="sourceName"
        required
        maxLength={LONGEST_STATEMENT_FIELD}
        value={written.sourceName}
        aria-describedby="source-rule"
        lang="vi"
      />
      <p class="rule" id="source-rule">
        {words.statements.sourceRule}
      </p>
      <label for="source-day">{words.statements.sourceDay}</label>
      <input id="source-day" name="sourceDay" type="date" required value={written.sourceDay} />
    </>
  );
}

function MatchFields({ written }: { readonly written: WrittenStatement }) {
  const words = useWords();
  return (
    <section class="panel topic-form" aria-labelledby="match">
      <h2 id="match">{words.statements.match}</h2>
      <label for="claim">{words.statements.claim}</label>
      <textarea id="claim" name="claim" rows={3} aria-describedby="claim-rule" lang="vi">
        {written.claim ?? ''}
      </textarea>
      <p class="rule" id="claim-rule">
        {words.statements.claimRule}
      </p>
      <label for="phrases">{words.statements.phrases}</label>
      <textarea id="phrases" name="phrases" rows={4} aria-describedby="phrases-rule" lang="vi">
        {written.phrases.join('\n')}
      </textarea>
      <p class="rule" id="phrases-rule">
        {words.statements.phrasesRule}
      </p>
      <label for="stream">{words.statements.stream}</label>
      <select id="stream" name="stream" autocomplete="off">
        <option value="">{words.statements.noStream}</option>
        {STATED_STREAMS.map((stream) => (
          <option key={stream} value={stream} selected={stream === written.stream}>
            {stream.startsWith('topic:') ? words.statements.rumourStream : streamInWords(stream, words)}
          </option>
        ))}
      </select>
    </section>
  );
}

function addressOf({ stream, rumourId }: WrittenStatement, kind: WrittenStatement['kind']): string {
  const from = { ...(stream === null ? {} : { stream }), ...(rumourId === null ? {} : { rumour: rumourId }) };
  return `/staff/statements/new?${new URLSearchParams({ kind, ...from })}`;
}
