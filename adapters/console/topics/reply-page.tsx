import type { KeptVersion } from '../../../bot/kept-versions.ts';
import { type ReplyId, replyText } from '../../../bot/policy/replies.ts';
import { LONGEST_FIXED_REPLY, type ReplyProblem } from '../../../bot/policy/reply-problems.ts';
import type { KeptKind } from '../../kept/kept-catalogue.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import { DoneNotice, replyTitle } from './topic-list-page.tsx';
import type { TOPIC_PAGES } from './vietnamese.ts';

/** A fixed reply: its words in a form, and every version that was in use. */
export function renderReplyPage(page: {
  readonly signedIn: SignedIn;
  readonly id: ReplyId;
  readonly current: string;
  readonly unreadable: readonly KeptKind[];
  readonly written: string;
  readonly problems: readonly ReplyProblem[];
  readonly versions: readonly KeptVersion[];
  readonly seen: number;
  readonly done: keyof typeof TOPIC_PAGES.notices | null;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { id, current, versions } = page;
  const { history } = words.topicPages;
  const title = replyTitle(id, words);
  const original = replyText(id);
  return renderAdminPage(
    page.signedIn,
    title,
    <>
      <p class="back">
        <a href="/staff/topics">{words.topicPages.back}</a>
      </p>
      <h1>{title}</h1>
      <UnreadableNotice kinds={page.unreadable} />
      <DoneNotice done={page.done} />
      {page.problems.map((problem) => (
        <Problem words={words.fixedReplyProblems[problem]} key={problem} />
      ))}
      <div class="admin-columns">
        <section class="panel topic-form">
          <form method="post" action={`/staff/topics/${id}/preview`} autocomplete="off">
            <FormToken signedIn={page.signedIn} />
            <label for="words">{words.topicPages.words}</label>
            <textarea id="words" name="words" rows={12} required aria-describedby="words-rule" lang="vi">
              {page.written}
            </textarea>
            <p class="rule" id="words-rule">
              {words.topicPages.rule} {id.startsWith('crisis') ? words.topicPages.crisisRule : null}
            </p>
            <button class="button button-primary" type="submit">
              {words.topicPages.preview}
            </button>
          </form>
        </section>
        <section class="panel" aria-labelledby="history">
          <h2 id="history">{history.title}</h2>
          {versions.length === 0 ? <p class="rule">{history.none}</p> : null}
          <ol class="versions">
            {versions.map((version) => (
              <li key={version.number}>
                <p class="rule">
                  {version.by}, {momentInWords(version.at, words.times)}
                  {version.snapshot === current ? ` · ${words.topicPages.current}` : null}
                </p>
                <Words words={version.snapshot} />
                {version.snapshot === current ? null : (
                  <TryForm page={page} words={version.snapshot} label={history.use} />
                )}
              </li>
            ))}
            <li>
              <p class="rule">
                {words.topicPages.original}
                {original === current ? ` · ${words.topicPages.current}` : null}
              </p>
              <Words words={original} />
              {original === current ? null : (
                <TryForm page={page} words={original} label={words.topicPages.useOriginal} />
              )}
            </li>
          </ol>
        </section>
      </div>
    </>,
    { translated: true },
  );
}

/** The second look: what the citizen would see, beside what they see now. Only this page's form keeps anything. */
export function renderPreviewPage(page: {
  readonly signedIn: SignedIn;
  readonly id: ReplyId;
  readonly words: string;
  readonly current: string;
  readonly seen: number;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { id, words: next, current } = page;
  return renderAdminPage(
    page.signedIn,
    words.topicPages.check,
    <>
      <h1>{words.topicPages.check}</h1>
      <p class="lead">{replyTitle(id, words)}</p>
      <div class="admin-columns">
        <section class="panel" aria-labelledby="new">
          <h2 id="new">{words.topicPages.checkLead}</h2>
          <Words words={next} />
          <p class="rule">{words.topicPages.characters(next.length)}</p>
          {next === current ? (
            <p>{words.topicPages.unchanged}</p>
          ) : (
            <form method="post" action={`/staff/topics/${id}`} autocomplete="off">
              <FormToken signedIn={page.signedIn} />
              <input type="hidden" name="seen" value={page.seen} autocomplete="off" />
              <textarea
                name="words"
                hidden
                maxLength={LONGEST_FIXED_REPLY}
                aria-label={words.topicPages.words}
                lang="vi"
              >
                {next}
              </textarea>
              <button class="button button-primary" type="submit">
                {words.topicPages.save}
              </button>
            </form>
          )}
          <form class="go-back" method="post" action={`/staff/topics/${id}/preview`} autocomplete="off">
            <FormToken signedIn={page.signedIn} />
            <input type="hidden" name="edit" value="1" autocomplete="off" />
            <textarea name="words" hidden aria-label={words.topicPages.words} lang="vi">
              {next}
            </textarea>
            <button class="button" type="submit">
              {words.topicPages.change}
            </button>
          </form>
        </section>
        <section class="panel" aria-labelledby="before">
          <h2 id="before">{words.topicPages.before}</h2>
          <Words words={current} />
        </section>
      </div>
    </>,
    { translated: true },
  );
}

function Words({ words }: { readonly words: string }) {
  return (
    <p class="said" lang="vi">
      {words}
    </p>
  );
}

function TryForm(props: {
  readonly page: Parameters<typeof renderReplyPage>[0];
  readonly words: string;
  readonly label: string;
}) {
  const words = useWords();
  return (
    <form method="post" action={`/staff/topics/${props.page.id}/preview`} autocomplete="off">
      <FormToken signedIn={props.page.signedIn} />
      <textarea name="words" hidden aria-label={words.topicPages.words} lang="vi">
        {props.words}
      </textarea>
      <button class="button" type="submit">
        {props.label}
      </button>
    </form>
  );
}
