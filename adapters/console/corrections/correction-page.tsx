import type { ComponentChildren } from 'preact';
import type { Citation } from '../../../bot/conversation.ts';
import type { ChangedPassage, RuleCorrection } from '../../../bot/corrections/correction.ts';
import {
  type CorrectionProblem,
  LONGEST_INTRO,
  LONGEST_WORDS,
  type WrittenCorrection,
} from '../../../bot/corrections/correction-changes.ts';
import { correctionMessage, placeOf } from '../../../bot/corrections/correction-words.ts';
import { countPeople, type ToldPerson } from '../../../bot/corrections/people.ts';
import { printDay } from '../../../knowledge/printed-day.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { StateBadge, titleOf } from './correction-list-page.tsx';
import { correctionProblem } from './correction-problem.ts';
import { CorrectionReport, ToldPeople } from './told-people.tsx';
import type { CORRECTIONS } from './vietnamese.ts';

export type CorrectionNotice = keyof typeof CORRECTIONS.notices;

interface CorrectionPage {
  readonly signedIn: SignedIn;
  readonly correction: RuleCorrection;
  readonly people: readonly ToldPerson[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  readonly done: CorrectionNotice | null;
  readonly problem: CorrectionProblem | null;
  /** What to show again in a form that was refused. */
  readonly written: WrittenCorrection | null;
}

/** One correction: what changed, what is said of it to whom, and what is to be done next. */
export function renderCorrectionPage(page: CorrectionPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { correction, signedIn, people, done } = page;
  const title = titleOf(correction, words);
  const { since } = correction;
  return renderAdminPage(
    signedIn,
    title,
    <>
      <p class="back">
        <a href="/staff/corrections">{words.corrections.back}</a>
      </p>
      <h1 lang="vi">{title}</h1>
      <p class="lead">
        <StateBadge state={correction.state} />{' '}
        {words.corrections.happened(
          words.correctionCauses[correction.cause],
          correction.what,
          correction.by?.name ?? null,
        )}
        {since === null ? '' : `, ${words.corrections.since(printDay(since))}`};{' '}
        {words.corrections.found(momentInWords(correction.openedAt, words.times))}.
      </p>
      {done === null ? null : (
        <p class={`notice ${done === 'stale' ? 'bad' : 'good'}`} role={done === 'stale' ? 'alert' : 'status'}>
          {words.corrections.notices[done]}
        </p>
      )}
      <Problem words={page.problem === null ? null : correctionProblem(page.problem, words.correctionProblems)} />
      <section class="panel" aria-labelledby="changed">
        <h2 id="changed">{words.corrections.changed}</h2>
        {correction.changes.map((change) => (
          <Change key={`${change.told.passageDigest} ${change.told.quote}`} change={change} />
        ))}
      </section>
      <div class="admin-columns">
        <section class="panel" aria-labelledby="message">
          <h2 id="message">{words.corrections.message}</h2>
          <Message page={page} />
        </section>
        <CorrectionReport counts={countPeople(people)} />
      </div>
      <ToldPeople correction={correction} people={people} />
    </>,
    { translated: true },
  );
}

/** A passage as it was told, beside what holds in its place. */
function Change({ change: { told, now } }: { readonly change: ChangedPassage }) {
  const words = useWords();
  return (
    <div class="admin-columns compared">
      <div>
        <h3>{words.corrections.was}</h3>
        <p class="rule">
          <Source cited={told} />
        </p>
        <blockquote class="said" lang="vi">
          {told.quote}
        </blockquote>
      </div>
      <div>
        <h3>{words.corrections.now}</h3>
        {now === null ? (
          <p>{words.corrections.nothingNow}</p>
        ) : (
          <>
            <p class="rule">
              <a href={`/staff/documents/${encodeURIComponent(now.documentId)}`}>
                <Source cited={now} />
              </a>
            </p>
            <blockquote class="said" lang="vi">
              {now.quote}
            </blockquote>
          </>
        )}
      </div>
    </div>
  );
}

function Source({ cited }: { readonly cited: Citation }) {
  const { inForce } = useWords().corrections;
  return (
    <>
      <span lang="vi">{placeOf(cited)}</span>
      {cited.inForceFrom === null ? null : ` (${inForce(printDay(cited.inForceFrom))})`}
    </>
  );
}

function Message({ page }: { readonly page: CorrectionPage }) {
  const words = useWords();
  const { correction, signedIn } = page;
  const { state, author, writtenAt, decidedBy, decidedAt, reason } = correction;
  const isOpen = state === 'draft' || state === 'proposed';
  const mayWrite = isOpen && mayUse(signedIn, 'POST /staff/corrections/:id/write');
  const mayDecide = mayUse(signedIn, 'POST /staff/corrections/:id/approve');
  return (
    <>
      <p class="rule">
        {author === null || writtenAt === null
          ? words.corrections.notWritten
          : words.corrections.writtenBy(nameOf(page, author), momentInWords(writtenAt, words.times))}
        {decidedBy === null || decidedAt === null
          ? null
          : `. ${words.corrections.decidedBy(nameOf(page, decidedBy), momentInWords(decidedAt, words.times))}`}
        {reason === null ? null : `: ${reason}`}
      </p>
      <p class="said" lang="vi">
        {correctionMessage(correction, correction.changes)}
      </p>
      {correction.changes.length > 1 ? <p class="rule">{words.corrections.messageRule}</p> : null}
      {state === 'proposed' && mayDecide ? <Decision page={page} /> : null}
      {mayWrite ? <WordsForm page={page} /> : null}
      {mayDecide && (isOpen || state === 'approved') ? <DismissForm page={page} /> : null}
      {mayDecide && state === 'dismissed' ? (
        <StepForm page={page} step="take-up">
          <button class="button" type="submit">
            {words.corrections.takeUp}
          </button>
        </StepForm>
      ) : null}
    </>
  );
}

function Decision({ page }: { readonly page: CorrectionPage }) {
  const words = useWords();
  if (page.correction.author === page.signedIn.account.name) return <p class="rule">{words.corrections.ownRule}</p>;
  const { open, waiting } = countPeople(page.people);
  return (
    <StepForm page={page} step="approve">
      <p class="rule">{words.corrections.approveRule(open, waiting)}</p>
      <button class="button button-primary" type="submit">
        {words.corrections.approve}
      </button>
    </StepForm>
  );
}

function WordsForm({ page }: { readonly page: CorrectionPage }) {
  const words = useWords();
  const { correction, written } = page;
  const isDraft = correction.state === 'draft';
  return (
    <details class="advice-details" open={isDraft || written !== null}>
      <summary>{isDraft ? words.corrections.propose : words.corrections.proposeAgain}</summary>
      <StepForm page={page} step="write">
        <label for="intro">{words.corrections.intro}</label>
        <textarea id="intro" name="intro" rows={3} required maxLength={LONGEST_INTRO} lang="vi">
          {written?.intro ?? correction.intro}
        </textarea>
        {correction.changes.map((change, index) => (
          <>
            <label for={`words-${index}`}>{words.corrections.words(change.told.address)}</label>
            <textarea
              id={`words-${index}`}
              name="words"
              rows={6}
              required
              maxLength={LONGEST_WORDS}
              aria-describedby="words-rule"
              lang="vi"
            >
              {written?.words[index] ?? change.words}
            </textarea>
          </>
        ))}
        <p class="rule" id="words-rule">
          {words.corrections.wordsRule}
        </p>
        <button class={`button ${isDraft ? 'button-primary' : ''}`} type="submit">
          {words.corrections.propose}
        </button>
      </StepForm>
    </details>
  );
}

function DismissForm({ page }: { readonly page: CorrectionPage }) {
  const words = useWords();
  const step = page.correction.state === 'approved' ? words.corrections.stop : words.corrections.dismiss;
  return (
    <details class="advice-details">
      <summary>{step}</summary>
      <StepForm page={page} step="dismiss">
        <p class="rule">{words.corrections.dismissRule}</p>
        <label for="reason">{words.corrections.reason}</label>
        <input id="reason" name="reason" required maxLength={300} autocomplete="off" lang="vi" />
        <button class="button" type="submit">
          {step}
        </button>
      </StepForm>
    </details>
  );
}

/** A form of one step; it says which version of the correction was read. */
function StepForm(props: {
  readonly page: CorrectionPage;
  readonly step: 'write' | 'approve' | 'dismiss' | 'take-up';
  readonly children: ComponentChildren;
}) {
  const { correction, signedIn } = props.page;
  return (
    <form
      method="post"
      action={`/staff/corrections/${encodeURIComponent(correction.id)}/${props.step}`}
      autocomplete="off"
    >
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="seen" value={correction.version} autocomplete="off" />
      {props.children}
    </form>
  );
}

function nameOf({ names }: CorrectionPage, name: string): string {
  return names.get(name) ?? name;
}
