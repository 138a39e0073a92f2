import type { ComponentChildren } from 'preact';
import { anonymousQuestion } from '../../../bot/gaps/anonymous-question.ts';
import type { GapQuestion } from '../../../bot/gaps/gap.ts';
import { clockAndDay } from '../../../bot/statements/say-statement.ts';
import { type Statement, stateOf } from '../../../bot/statements/statement.ts';
import {
  LONGEST_STATEMENT,
  LONGEST_STATEMENT_FIELD,
  type StatementProblem,
} from '../../../bot/statements/statement-changes.ts';
import { PROPOSED_FAREWELL, wordsOf } from '../../../bot/statements/statement-words.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { aboutInWords } from './about-words.ts';
import { StateBadge, StatementNotice } from './list-page.tsx';
import { StatementHead } from './statement-head.tsx';
import type { STATEMENTS } from './vietnamese.ts';

const MOST_SHOWN = 100;

interface StatementPage {
  readonly signedIn: SignedIn;
  readonly statement: Statement;
  /** Questions that it kept from the documents, oldest first. */
  readonly asked: readonly GapQuestion[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  readonly seen: number;
  readonly done: keyof typeof STATEMENTS.notices | null;
  readonly problem: StatementProblem | null;
  readonly now: number;
}

/** One statement: its words, who answers for it, what can be done, and who asked meanwhile. */
export function renderStatementPage(page: StatementPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { statement, now } = page;
  const title = words.statementKinds[statement.kind].name;
  return renderAdminPage(
    page.signedIn,
    title,
    <>
      <StatementHead title={title} lead={<Lead statement={statement} now={now} />} problem={page.problem}>
        <StatementNotice done={page.done} />
      </StatementHead>
      <div class="admin-columns">
        <section class="panel" aria-labelledby="words">
          <h2 id="words">{words.statements.seen}</h2>
          <p class="said" lang="vi">
            {wordsOf(statement, clockAndDay(statement.released?.at ?? now))}
          </p>
          <Facts page={page} />
          <Steps page={page} />
        </section>
        {statement.kind === 'holding' && statement.released !== null ? <Askers page={page} /> : null}
      </div>
    </>,
    { translated: true },
  );
}

function Lead({ statement, now }: Pick<StatementPage, 'statement' | 'now'>) {
  const words = useWords();
  return (
    <>
      <StateBadge state={stateOf(statement, now)} /> {aboutInWords(statement, words)}
    </>
  );
}

function Facts({ page }: { readonly page: StatementPage }) {
  const words = useWords();
  const { until, why, written, released, ended } = page.statement;
  const { facts } = words.statements;
  const marked = ({ by, at }: { readonly by: string; readonly at: number }) =>
    words.statements.byAt(page.names.get(by) ?? by, momentInWords(at, words.times));
  const rows: readonly (readonly [string, string])[] = [
    [facts.until, momentInWords(until, words.times)],
    [facts.why, why],
    [facts.written, marked(written)],
    ...(released === null ? [] : [[facts.released, marked(released)] as const]),
    ...(ended === null ? [] : [[facts.ended, `${marked(ended)}: ${ended.why}`] as const]),
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div class={name === facts.why || name === facts.ended ? 'long' : undefined} key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Steps({ page }: { readonly page: StatementPage }) {
  const words = useWords();
  const state = stateOf(page.statement, page.now);
  if (state !== 'draft' && state !== 'said') return null;
  const isDraft = state === 'draft';
  const label = isDraft ? words.statements.drop : words.statements.lift;
  return (
    <>
      {!isDraft ? null : mayUse(page.signedIn, 'POST /staff/statements/:id/release') ? (
        <StepForm page={page} step="release">
          <p class="rule">{words.statements.releaseRule}</p>
          <button class="button button-primary" type="submit">
            {words.statements.release}
          </button>
        </StepForm>
      ) : (
        <p class="rule">{words.statements.keepRule}</p>
      )}
      <details class="advice-details">
        <summary>{label}</summary>
        <StepForm page={page} step="lift">
          {isDraft ? null : <p class="rule">{words.statements.liftRule}</p>}
          <label for="why">{words.statements.reason}</label>
          <input id="why" name="why" required maxLength={LONGEST_STATEMENT_FIELD} autocomplete="off" lang="vi" />
          <button class="button" type="submit">
            {label}
          </button>
        </StepForm>
      </details>
    </>
  );
}

function Askers({ page }: { readonly page: StatementPage }) {
  const words = useWords();
  const { asked } = page;
  const columns = words.statements.askerColumns;
  return (
    <section class="panel" aria-labelledby="askers">
      <h2 id="askers">{words.statements.askers}</h2>
      <p>
        {asked.length === 0
          ? words.statements.noAskers
          : words.statements.askersCount(new Set(asked.map((one) => one.conversationId)).size, asked.length)}
      </p>
      <Farewell page={page} />
      {asked.length === 0 ? null : (
        <table class="users audit">
          <TableHead columns={columns} />
          <tbody>
            {asked.slice(-MOST_SHOWN).map((question) => (
              <tr key={question.id}>
                <th scope="row">{momentInWords(question.at, words.times)}</th>
                <td data-column={columns.channel}>{words.channels[question.channel]}</td>
                <td data-column={columns.question} lang="vi">
                  {anonymousQuestion(question.text)}
                </td>
                <td data-column={columns.told}>
                  {question.told > 0 ? words.statements.told : words.statements.untold}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Farewell({ page }: { readonly page: StatementPage }) {
  const words = useWords();
  const { farewell } = page.statement;
  if (farewell !== null) {
    const name = page.names.get(farewell.by) ?? farewell.by;
    return (
      <>
        <p class="rule">{words.statements.farewellSaid(name, momentInWords(farewell.at, words.times))}</p>
        <p class="said" lang="vi">
          {farewell.text}
        </p>
      </>
    );
  }
  if (page.asked.length === 0) return null;
  if (stateOf(page.statement, page.now) === 'said') return <p class="rule">{words.statements.farewellWaits}</p>;
  if (!mayUse(page.signedIn, 'POST /staff/statements/:id/farewell')) {
    return (
      <p class="rule">
        {words.statements.farewell}: {words.statements.onlySpokesperson}
      </p>
    );
  }
  return (
    <StepForm page={page} step="farewell">
      <label for="farewell">{words.statements.farewell}</label>
      <textarea id="farewell" name="text" rows={4} required maxLength={LONGEST_STATEMENT} lang="vi">
        {PROPOSED_FAREWELL}
      </textarea>
      <p class="rule">{words.statements.farewellRule}</p>
      <button class="button button-primary" type="submit">
        {words.statements.farewellSend}
      </button>
    </StepForm>
  );
}

/** A form of one step; it says which version of the statements was read. */
function StepForm(props: {
  readonly page: StatementPage;
  readonly step: 'release' | 'lift' | 'farewell';
  readonly children: ComponentChildren;
}) {
  const { statement, seen, signedIn } = props.page;
  const action = `/staff/statements/${encodeURIComponent(statement.id)}/${props.step}`;
  return (
    <form method="post" action={action} autocomplete="off">
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="seen" value={seen} autocomplete="off" />
      {props.children}
    </form>
  );
}
