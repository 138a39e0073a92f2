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
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { CHANNELS } from '../vietnamese.ts';
import { aboutInWords } from './about-words.ts';
import { StateBadge, StatementNotice } from './list-page.tsx';
import { StatementHead } from './statement-head.tsx';
import { STATEMENT_KIND_WORDS, STATEMENTS } from './vietnamese.ts';

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
  const { statement, now } = page;
  const title = STATEMENT_KIND_WORDS[statement.kind].name;
  return renderAdminPage(
    page.signedIn,
    title,
    <>
      <StatementHead title={title} lead={<Lead statement={statement} now={now} />} problem={page.problem}>
        <StatementNotice done={page.done} />
      </StatementHead>
      <div class="admin-columns">
        <section class="panel" aria-labelledby="words">
          <h2 id="words">{STATEMENTS.seen}</h2>
          <p class="said">{wordsOf(statement, clockAndDay(statement.released?.at ?? now))}</p>
          <Facts page={page} />
          <Steps page={page} />
        </section>
        {statement.kind === 'holding' && statement.released !== null ? <Askers page={page} /> : null}
      </div>
    </>,
  );
}

function Lead({ statement, now }: Pick<StatementPage, 'statement' | 'now'>) {
  return (
    <>
      <StateBadge state={stateOf(statement, now)} /> {aboutInWords(statement)}
    </>
  );
}

function Facts({ page }: { readonly page: StatementPage }) {
  const { until, why, written, released, ended } = page.statement;
  const { facts } = STATEMENTS;
  const marked = ({ by, at }: { readonly by: string; readonly at: number }) =>
    STATEMENTS.byAt(page.names.get(by) ?? by, momentInWords(at));
  const rows: readonly (readonly [string, string])[] = [
    [facts.until, momentInWords(until)],
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
  const state = stateOf(page.statement, page.now);
  if (state !== 'draft' && state !== 'said') return null;
  const isDraft = state === 'draft';
  const label = isDraft ? STATEMENTS.drop : STATEMENTS.lift;
  return (
    <>
      {!isDraft ? null : mayUse(page.signedIn, 'POST /staff/statements/:id/release') ? (
        <StepForm page={page} step="release">
          <p class="rule">{STATEMENTS.releaseRule}</p>
          <button class="button button-primary" type="submit">
            {STATEMENTS.release}
          </button>
        </StepForm>
      ) : (
        <p class="rule">{STATEMENTS.keepRule}</p>
      )}
      <details class="advice-details">
        <summary>{label}</summary>
        <StepForm page={page} step="lift">
          {isDraft ? null : <p class="rule">{STATEMENTS.liftRule}</p>}
          <label for="why">{STATEMENTS.reason}</label>
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
  const { asked } = page;
  const columns = STATEMENTS.askerColumns;
  return (
    <section class="panel" aria-labelledby="askers">
      <h2 id="askers">{STATEMENTS.askers}</h2>
      <p>
        {asked.length === 0
          ? STATEMENTS.noAskers
          : STATEMENTS.askersCount(new Set(asked.map((one) => one.conversationId)).size, asked.length)}
      </p>
      <Farewell page={page} />
      {asked.length === 0 ? null : (
        <table class="users audit">
          <TableHead columns={columns} />
          <tbody>
            {asked.slice(-MOST_SHOWN).map((question) => (
              <tr key={question.id}>
                <th scope="row">{momentInWords(question.at)}</th>
                <td data-column={columns.channel}>{CHANNELS[question.channel]}</td>
                <td data-column={columns.question} lang="vi">
                  {anonymousQuestion(question.text)}
                </td>
                <td data-column={columns.told}>{question.told > 0 ? STATEMENTS.told : STATEMENTS.untold}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Farewell({ page }: { readonly page: StatementPage }) {
  const { farewell } = page.statement;
  if (farewell !== null) {
    const name = page.names.get(farewell.by) ?? farewell.by;
    return (
      <>
        <p class="rule">{STATEMENTS.farewellSaid(name, momentInWords(farewell.at))}</p>
        <p class="said">{farewell.text}</p>
      </>
    );
  }
  if (page.asked.length === 0) return null;
  if (stateOf(page.statement, page.now) === 'said') return <p class="rule">{STATEMENTS.farewellWaits}</p>;
  if (!mayUse(page.signedIn, 'POST /staff/statements/:id/farewell')) {
    return (
      <p class="rule">
        {STATEMENTS.farewell}: {STATEMENTS.onlySpokesperson}
      </p>
    );
  }
  return (
    <StepForm page={page} step="farewell">
      <label for="farewell">{STATEMENTS.farewell}</label>
      <textarea id="farewell" name="text" rows={4} required maxLength={LONGEST_STATEMENT} lang="vi">
        {PROPOSED_FAREWELL}
      </textarea>
      <p class="rule">{STATEMENTS.farewellRule}</p>
      <button class="button button-primary" type="submit">
        {STATEMENTS.farewellSend}
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
