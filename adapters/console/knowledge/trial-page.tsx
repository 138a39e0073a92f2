import type { Answer } from '../../../knowledge/answering/answer.ts';
import { answerFrom } from '../../../knowledge/answering/confidence.ts';
import { nameOf } from '../../../knowledge/document-links.ts';
import type { Question } from '../../../knowledge/question/question.ts';
import type { Hit } from '../../../knowledge/retrieval/retrieve.ts';
import { documentPath } from '../../knowledge-source.ts';
import type { Trial } from '../../trial.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { NO_TOPIC, TOPICS } from '../vietnamese.ts';
import { StateBadge } from './document-list-page.tsx';
import { Problem, renderKnowledgePage } from './knowledge-layout.tsx';
import { OUTCOMES, TRIAL, UNCLEAR, UNKNOWN_REASONS } from './vietnamese.ts';

/** The page on which staff try a question. */
export interface TrialPage {
  readonly signedIn: SignedIn;
  readonly question: string;
  /** Earlier messages as they were typed. */
  readonly earlier: string;
  readonly problem: string | null;
  readonly tried: { readonly trial: Trial; readonly read: Question } | null;
}

/** The form for a question and, once it was asked, what the product would do with it and why. */
export function renderTrialPage(page: TrialPage): string {
  const { signedIn, tried } = page;
  return renderKnowledgePage({
    title: TRIAL.title,
    signedIn,
    view: 'trial',
    notice: null,
    children: (
      <>
        <h1>{TRIAL.title}</h1>
        <p class="lead">{TRIAL.lead}</p>
        {page.problem === null ? null : <Problem>{page.problem}</Problem>}
        <form class="panel trial" method="post" action="/staff/try" autocomplete="off" data-ctrl-enter>
          <FormToken signedIn={signedIn} />
          <label for="question">{TRIAL.question}</label>
          <textarea id="question" name="question" rows={3} required>
            {page.question}
          </textarea>
          <details class="fold" open={page.earlier !== ''}>
            <summary>{TRIAL.earlier}</summary>
            <label class="visually-hidden" for="earlier">
              {TRIAL.earlier}
            </label>
            <textarea id="earlier" name="earlier" rows={3}>
              {page.earlier}
            </textarea>
          </details>
          <button class="button button-primary" type="submit">
            {TRIAL.submit}
          </button>
        </form>
        {tried === null ? null : <TrialResult trial={tried.trial} read={tried.read} />}
      </>
    ),
  });
}

/** What the product does with a message, from which passages, and why. */
export function TrialResult({ trial, read }: { readonly trial: Trial; readonly read: Question }) {
  const { decision, answer, hits } = trial;
  const facts: readonly (readonly [string, string | null])[] = [
    [TRIAL.outcome, OUTCOMES[decision.outcome]],
    [TRIAL.topic, decision.topic === null ? NO_TOPIC : TOPICS[decision.topic]],
    [TRIAL.rule, decision.decidedBy],
    [TRIAL.understood, read.standalone],
    [TRIAL.parts, read.parts.length > 1 ? read.parts.join(' | ') : null],
    [
      TRIAL.confidence,
      answer === null ? null : TRIAL.confidenceOf(figure(answer.confidence), figure(answerFrom(answer.hits))),
    ],
    [TRIAL.why, answer === null ? null : whyNot(answer)],
    [TRIAL.took, TRIAL.milliseconds(Math.round(trial.ms))],
  ];
  return (
    <div class="columns trial-result">
      <section class="panel" aria-labelledby="outcome-title">
        <h2 id="outcome-title">{TRIAL.reply}</h2>
        <p class="line-text reply-text">{trial.reply === '' ? TRIAL.noReply : trial.reply}</p>
      </section>
      <section class="panel" aria-label={TRIAL.outcome}>
        <dl class="facts">
          {facts.map(([label, value]) =>
            value === null ? null : (
              <div key={label} class="long">
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </section>
      <section class="panel hits" aria-labelledby="hits-title">
        <h2 id="hits-title">{TRIAL.hits}</h2>
        {hits.length === 0 ? <p class="rule">{TRIAL.noHits}</p> : null}
        <ol>
          {hits.map((hit) => (
            <HitView key={hit.passage.id} hit={hit} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function HitView({ hit: { passage, document, validity, score } }: { readonly hit: Hit }) {
  const anchor = passage.id.slice(passage.id.indexOf('#'));
  const place = `${nameOf(document)}, ${passage.address}`;
  return (
    <li>
      <p>
        <strong>{place}</strong> <StateBadge validity={validity} />{' '}
        <span class="origin">{TRIAL.score(figure(score))}</span>
      </p>
      <p class="hit-text">{passage.text}</p>
      <p class="hit-links">
        <a href={`/staff/documents/${document.id}${anchor}`} aria-label={`${place}: ${TRIAL.openDocument}`}>
          {TRIAL.openDocument}
        </a>
        <a href={documentPath(passage.id)} aria-label={`${place}: ${TRIAL.openPublic}`}>
          {TRIAL.openPublic}
        </a>
      </p>
    </li>
  );
}

function whyNot(answer: Answer): string | null {
  if (answer.kind === 'unclear') return UNCLEAR;
  return answer.kind === 'unknown' ? UNKNOWN_REASONS[answer.reason] : null;
}

function figure(value: number): string {
  return value.toFixed(2).replace('.', ',');
}
