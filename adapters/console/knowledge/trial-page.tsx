import type { Answer } from '../../../knowledge/answering/answer.ts';
import { answerFrom } from '../../../knowledge/answering/confidence.ts';
import { nameOf } from '../../../knowledge/document-links.ts';
import type { Question } from '../../../knowledge/question/question.ts';
import type { Hit } from '../../../knowledge/retrieval/retrieve.ts';
import { documentPath } from '../../knowledge-source.ts';
import type { Trial } from '../../trial.ts';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { StateBadge } from './document-list-page.tsx';
import { Problem, renderKnowledgePage } from './knowledge-layout.tsx';

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
  const words = wordsIn(page.signedIn.preferences.language);
  const { signedIn, tried } = page;
  return renderKnowledgePage({
    title: words.trial.title,
    signedIn,
    view: 'trial',
    notice: null,
    children: (
      <>
        <h1>{words.trial.title}</h1>
        <p class="lead">{words.trial.lead}</p>
        {page.problem === null ? null : <Problem>{page.problem}</Problem>}
        <form class="panel trial" method="post" action="/staff/try" autocomplete="off" data-ctrl-enter>
          <FormToken signedIn={signedIn} />
          <label for="question">{words.trial.question}</label>
          <textarea id="question" name="question" rows={3} required lang="vi">
            {page.question}
          </textarea>
          <details class="fold" open={page.earlier !== ''}>
            <summary>{words.trial.earlier}</summary>
            <label class="visually-hidden" for="earlier">
              {words.trial.earlier}
            </label>
            <textarea id="earlier" name="earlier" rows={3} lang="vi">
              {page.earlier}
            </textarea>
          </details>
          <button class="button button-primary" type="submit">
            {words.trial.submit}
          </button>
        </form>
        {tried === null ? null : <TrialResult trial={tried.trial} read={tried.read} />}
      </>
    ),
  });
}

/** What the product does with a message, from which passages, and why. */
export function TrialResult({ trial, read }: { readonly trial: Trial; readonly read: Question }) {
  const words = useWords();
  const { decision, answer, hits } = trial;
  const facts: readonly (readonly [string, string | null, lang?: 'vi'])[] = [
    [words.trial.outcome, words.trialOutcomes[decision.outcome]],
    [words.trial.topic, decision.topic === null ? words.noTopic : words.topics[decision.topic]],
    [words.trial.rule, decision.decidedBy],
    [words.trial.understood, read.standalone, 'vi'],
    [words.trial.parts, read.parts.length > 1 ? read.parts.join(' | ') : null, 'vi'],
    [
      words.trial.confidence,
      answer === null
        ? null
        : words.trial.confidenceOf(words.figure(answer.confidence), words.figure(answerFrom(answer.hits))),
    ],
    [words.trial.why, answer === null ? null : whyNot(answer, words)],
    [words.trial.took, words.trial.milliseconds(Math.round(trial.ms))],
  ];
  return (
    <div class="columns trial-result">
      <section class="panel" aria-labelledby="outcome-title">
        <h2 id="outcome-title">{words.trial.reply}</h2>
        {trial.reply === '' ? (
          <p>{words.trial.noReply}</p>
        ) : (
          <p class="line-text reply-text" lang="vi">
            {trial.reply}
          </p>
        )}
      </section>
      <section class="panel" aria-label={words.trial.outcome}>
        <dl class="facts">
          {facts.map(([label, value, lang]) =>
            value === null ? null : (
              <div key={label} class="long">
                <dt>{label}</dt>
                <dd lang={lang}>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </section>
      <section class="panel hits" aria-labelledby="hits-title">
        <h2 id="hits-title">{words.trial.hits}</h2>
        {hits.length === 0 ? <p class="rule">{words.trial.noHits}</p> : null}
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
  const words = useWords();
  const anchor = passage.id.slice(passage.id.indexOf('#'));
  const place = `${nameOf(document)}, ${passage.address}`;
  return (
    <li>
      <p>
        <strong lang="vi">{place}</strong> <StateBadge validity={validity} />{' '}
        <span class="origin">{words.trial.score(words.figure(score))}</span>
      </p>
      <p class="hit-text" lang="vi">
        {passage.text}
      </p>
      <p class="hit-links">
        <a href={`/staff/documents/${document.id}${anchor}`} aria-label={`${place}: ${words.trial.openDocument}`}>
          {words.trial.openDocument}
        </a>
        <a href={documentPath(passage.id)} aria-label={`${place}: ${words.trial.openPublic}`}>
          {words.trial.openPublic}
        </a>
      </p>
    </li>
  );
}

function whyNot(answer: Answer, words: ConsoleWords): string | null {
  if (answer.kind === 'unclear') return words.unclear;
  return answer.kind === 'unknown' ? words.unknownReasons[answer.reason] : null;
}
