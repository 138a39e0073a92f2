import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken, renderConsolePage } from '../layout.tsx';
import type { NoticeName } from '../notices.ts';
import type { SignedIn } from '../sessions.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import type { CannedReply, CannedReplyList } from './canned-replies.ts';
import { fillVariables } from './reply-variables.ts';
import { VARIABLES } from './variable-names.ts';
import { VARIABLE_EXAMPLES } from './vietnamese.ts';

/** A canned reply as it was typed: with why it was not saved, or with its preview asked for. */
export interface WrittenReply {
  /** `''`: a new one. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly problem: string | null;
}

/** The page where canned replies are written, tried and removed. `written` is the one that is being worked on. */
export function renderCannedPage(page: {
  readonly signedIn: SignedIn;
  readonly value: CannedReplyList;
  readonly unreadable: boolean;
  readonly written: WrittenReply | null;
  readonly notice: NoticeName | null;
}): string {
  const { signedIn, value: list, written } = page;
  const words = wordsIn(signedIn.preferences.language);
  const form = (reply: CannedReply) => (
    <ReplyFields
      signedIn={signedIn}
      revision={list.revision}
      reply={written?.id === reply.id ? written : { ...reply, problem: null }}
      previews={written?.id === reply.id}
    />
  );
  return renderConsolePage({
    title: words.canned.title,
    signedIn,
    unread: 0,
    notice: page.notice,
    live: false,
    translated: true,
    styles: ['/assets/desk.css'],
    children: (
      <>
        <h1>{words.canned.title}</h1>
        <p class="lead">{words.canned.lead}</p>
        <UnreadableNotice kinds={page.unreadable ? ['canned'] : []} />
        <section class="panel" aria-labelledby="variables-title">
          <h2 id="variables-title">{words.canned.variables}</h2>
          <dl class="variables">
            {VARIABLES.map((name) => (
              <div key={name}>
                <dt>
                  <code>{`{{${name}}}`}</code>
                </dt>
                <dd>{words.variables[name]}</dd>
              </div>
            ))}
          </dl>
        </section>
        <details class="panel canned" open={written?.id === '' || list.replies.length === 0}>
          <summary>{words.canned.add}</summary>
          {form({ id: '', title: '', text: '' })}
        </details>
        {list.replies.length === 0 ? <p class="panel">{words.canned.none}</p> : null}
        {list.replies.map((reply) => (
          <section class="panel canned" key={reply.id} aria-label={reply.title}>
            <h2 lang="vi">{reply.title}</h2>
            <p class="line-text" lang="vi">
              {fillVariables(reply.text, VARIABLE_EXAMPLES)}
            </p>
            <details open={written?.id === reply.id}>
              <summary>{words.canned.change(reply.title)}</summary>
              {form(reply)}
              <form method="post" action="/staff/canned-replies/remove" class="canned-remove">
                <FormToken signedIn={signedIn} />
                <input type="hidden" name="id" value={reply.id} />
                <input type="hidden" name="revision" value={list.revision} />
                <button class="button" type="submit">
                  {words.canned.confirmRemove(reply.title)}
                </button>
              </form>
            </details>
          </section>
        ))}
      </>
    ),
  });
}

function ReplyFields(props: {
  readonly signedIn: SignedIn;
  readonly revision: number;
  readonly reply: WrittenReply;
  readonly previews: boolean;
}) {
  const words = useWords();
  const { signedIn, revision, reply, previews } = props;
  const ruleId = `rule-${reply.id || 'new'}`;
  return (
    <form method="post" action="/staff/canned-replies" autocomplete="off">
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="id" value={reply.id} />
      <input type="hidden" name="revision" value={revision} />
      <Problem words={reply.problem} />
      <label>
        {words.canned.name}
        <input name="title" value={reply.title} required maxLength={80} autocomplete="off" lang="vi" />
      </label>
      <label>
        {words.canned.text}
        <textarea name="text" rows={4} required aria-describedby={ruleId} lang="vi">
          {reply.text}
        </textarea>
      </label>
      <p class="rule" id={ruleId}>
        {words.canned.textRule}
      </p>
      {previews && reply.problem === null ? (
        <div class="preview" role="status">
          <p class="rule">{words.canned.previewTitle}</p>
          <p class="line-text" lang="vi">
            {fillVariables(reply.text, VARIABLE_EXAMPLES)}
          </p>
        </div>
      ) : null}
      <div class="desk-actions">
        <button class="button button-primary" type="submit" name="do" value="save">
          {words.canned.save}
        </button>
        <button class="button" type="submit" name="do" value="preview">
          {words.canned.preview}
        </button>
      </div>
    </form>
  );
}
