import type { GapAnswer, GapQuestion } from '../../../bot/gaps/gap.ts';
import { LONGEST_ANSWER, LONGEST_FIELD } from '../../../bot/gaps/gap-changes.ts';
import type { Rating } from '../../../bot/gaps/rating.ts';
import { printDay } from '../../../knowledge/printed-day.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { mayUse } from '../may-use.ts';
import { momentInWords } from '../time-words.ts';
import { Drafts } from './draft-part.tsx';
import { StatusBadge, titleOf } from './gap-list-page.tsx';
import { type GapNotice, type GapPage, StepForm } from './gap-step-form.tsx';
import { Sorting } from './sorting-part.tsx';

/** One need: who asks for it, what the office answers, and what is to be done next. */
export function renderGapPage(page: GapPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { row, signedIn } = page;
  const { gap } = row;
  const title = titleOf(row, words);
  return renderAdminPage(
    signedIn,
    title,
    <>
      <p class="back">
        <a href="/staff/gaps">{words.gaps.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">
        <StatusBadge status={row.status} />{' '}
        {words.gaps.facts(
          row.people,
          row.questions,
          momentInWords(gap.openedAt, words.times),
          momentInWords(row.lastAt, words.times),
        )}
      </p>
      <Notice done={page.done} />
      <Problem words={page.problem === null ? null : words.gapProblems[page.problem]} />
      <div class="admin-columns">
        <section class="panel" aria-labelledby="asked">
          <h2 id="asked">{words.gaps.asked}</h2>
          {row.typical.length === 0 ? <p>{words.gaps.noWords}</p> : null}
          <ul class="day-list">
            {row.typical.map((words) => (
              <li key={words} lang="vi">
                {words}
              </li>
            ))}
          </ul>
          <p class="rule">{words.gaps.askedRule}</p>
          {page.bad.length === 0 ? null : <p>{words.gaps.bad(page.bad.length, reasonsOf(page.bad))}</p>}
          <Keeping page={page} />
          <Sorting page={page} />
        </section>
        <section class="panel" aria-labelledby="answers">
          <h2 id="answers">{words.gaps.answers}</h2>
          {gap.answers.toReversed().map((answer) => (
            <Answer key={answer.number} answer={answer} page={page} />
          ))}
          {gap.answers.length > 0 || mayWrite(page) ? null : <p class="rule">{words.gaps.noAnswer}</p>}
          <Drafts page={page} />
          <AnswerForm page={page} />
        </section>
      </div>
    </>,
    { translated: true },
  );
}

function Notice({ done }: { readonly done: GapNotice | null }) {
  const words = useWords();
  return done === null ? null : (
    <p class={`notice ${done === 'stale' ? 'bad' : 'good'}`} role={done === 'stale' ? 'alert' : 'status'}>
      {words.gaps.notices[done]}
    </p>
  );
}

/** Who looks after it, and putting it aside. */
function Keeping({ page }: { readonly page: GapPage }) {
  const words = useWords();
  const { gap } = page.row;
  const { owner, dismissed } = gap;
  const mayKeep = mayUse(page.signedIn, 'POST /staff/gaps/:id/own');
  return (
    <>
      <h3>{words.gaps.columns.owner}</h3>
      <p>{owner === null ? words.gaps.nobody : nameOf(page, owner)}</p>
      {mayKeep && owner !== page.signedIn.account.name ? (
        <StepForm page={page} step="own">
          <button class="button" type="submit">
            {words.gaps.own}
          </button>
        </StepForm>
      ) : null}
      {dismissed === null ? null : (
        <p>
          {words.gaps.dismissedBy(
            nameOf(page, dismissed.by),
            momentInWords(dismissed.at, words.times),
            dismissed.reason,
          )}
        </p>
      )}
      {!mayKeep ? null : dismissed === null ? (
        <details class="advice-details">
          <summary>{words.gaps.dismiss}</summary>
          <StepForm page={page} step="dismiss">
            <p class="rule">{words.gaps.dismissRule}</p>
            <ReasonField id="dismiss-reason" />
            <button class="button" type="submit">
              {words.gaps.dismiss}
            </button>
          </StepForm>
        </details>
      ) : (
        <StepForm page={page} step="take-up">
          <button class="button" type="submit">
            {words.gaps.takeUp}
          </button>
        </StepForm>
      )}
    </>
  );
}

function Answer({ answer, page }: { readonly answer: GapAnswer; readonly page: GapPage }) {
  const words = useWords();
  const { state } = answer;
  const mayDecide = mayUse(page.signedIn, 'POST /staff/gaps/:id/approve');
  return (
    <article class="gap-answer">
      <h3>{words.gapAnswerStates[state]}</h3>
      <p class="rule">
        {words.gaps.writtenBy(nameOf(page, answer.author), momentInWords(answer.writtenAt, words.times))}
        {answer.decidedBy === null || answer.decidedAt === null
          ? null
          : `. ${words.gaps.decidedBy(nameOf(page, answer.decidedBy), momentInWords(answer.decidedAt, words.times))}`}
        {answer.reason === null ? null : `: ${answer.reason}`}
      </p>
      <p>
        <strong>{answer.question}</strong>
      </p>
      <p class="said">{answer.text}</p>
      <p class="rule">
        {words.gaps.source}: {answer.source}. {words.gaps.until(printDay(answer.expiresOn))}.
      </p>
      {state === 'in-use' ? <Told answer={answer} own={page.own} /> : null}
      {mayDecide && state === 'proposed' ? <Decision answer={answer} page={page} /> : null}
      {mayDecide && (state === 'in-use' || state === 'approved') ? (
        <StepForm page={page} step="withdraw">
          <button class="button" type="submit">
            {words.gaps.withdraw}
          </button>
        </StepForm>
      ) : null}
    </article>
  );
}

/** How many of those who had asked got it. */
function Told({ answer, own }: { readonly answer: GapAnswer; readonly own: readonly GapQuestion[] }) {
  const words = useWords();
  const asked = own.filter(({ at }) => at <= (answer.usedSince ?? 0));
  const people = new Set(asked.map(({ conversationId }) => conversationId));
  const told = new Set(asked.filter((one) => one.told >= answer.number).map(({ conversationId }) => conversationId));
  return <p class="rule">{words.gaps.told(told.size, people.size - told.size)}</p>;
}

function Decision({ answer, page }: { readonly answer: GapAnswer; readonly page: GapPage }) {
  const words = useWords();
  if (answer.author === page.signedIn.account.name) return <p class="rule">{words.gaps.ownRule}</p>;
  return (
    <>
      <StepForm page={page} step="approve">
        <p class="rule">{words.gaps.approveRule}</p>
        <button class="button button-primary" type="submit">
          {words.gaps.approve}
        </button>
      </StepForm>
      <details class="advice-details">
        <summary>{words.gaps.sendBack}</summary>
        <StepForm page={page} step="return">
          <ReasonField id="return-reason" />
          <button class="button" type="submit">
            {words.gaps.sendBack}
          </button>
        </StepForm>
      </details>
    </>
  );
}

function mayWrite({ signedIn }: GapPage): boolean {
  return mayUse(signedIn, 'POST /staff/gaps/:id/answer');
}

function AnswerForm({ page }: { readonly page: GapPage }) {
  const words = useWords();
  if (!mayWrite(page)) return null;
  const last = page.row.gap.answers.at(-1);
  const filled = page.written ?? last ?? null;
  return (
    <details class="advice-details" open={last === undefined || page.written !== null}>
      <summary>{last === undefined ? words.gaps.write : words.gaps.writeAgain}</summary>
      <StepForm page={page} step="answer">
        <input type="hidden" name="draft" value={page.draft} autocomplete="off" />
        <label for="question">{words.gaps.question}</label>
        <input
          id="question"
          name="question"
          required
          maxLength={LONGEST_FIELD}
          value={filled?.question ?? ''}
          lang="vi"
        />
        <label for="text">{words.gaps.text}</label>
        <textarea
          id="text"
          name="text"
          rows={8}
          required
          maxLength={LONGEST_ANSWER}
          aria-describedby="text-rule"
          lang="vi"
        >
          {filled?.text ?? ''}
        </textarea>
        <p class="rule" id="text-rule">
          {words.gaps.textRule}
        </p>
        <label for="source">{words.gaps.source}</label>
        <input
          id="source"
          name="source"
          required
          maxLength={LONGEST_FIELD}
          value={filled?.source ?? ''}
          aria-describedby="source-rule"
          lang="vi"
        />
        <p class="rule" id="source-rule">
          {words.gaps.sourceRule}
        </p>
        <label for="expires-on">{words.gaps.expiresOn}</label>
        <input id="expires-on" name="expiresOn" type="date" required value={filled?.expiresOn ?? ''} />
        <button class="button button-primary" type="submit">
          {words.gaps.propose}
        </button>
      </StepForm>
    </details>
  );
}

function ReasonField({ id }: { readonly id: string }) {
  const words = useWords();
  return (
    <>
      <label for={id}>{words.gaps.reason}</label>
      <input id={id} name="reason" required maxLength={LONGEST_FIELD} autocomplete="off" lang="vi" />
    </>
  );
}

/** Reasons that were given, the most frequent first: «không đúng câu hỏi (2)». */
function reasonsOf(ratings: readonly Rating[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of ratings) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([reason, count]) => `${reason} (${count})`)
    .join(', ');
}

function nameOf({ names }: GapPage, name: string): string {
  return names.get(name) ?? name;
}
