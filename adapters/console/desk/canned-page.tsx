import { Problem } from '../form-parts.tsx';
import { FormToken, renderConsolePage } from '../layout.tsx';
import type { NoticeName } from '../notices.ts';
import type { SignedIn } from '../sessions.ts';
import type { CannedReply, CannedReplyList } from './canned-replies.ts';
import { fillVariables, type VariableValues } from './reply-variables.ts';
import { VARIABLES } from './variable-names.ts';
import { CANNED, VARIABLE_MEANINGS } from './vietnamese.ts';

const EXAMPLES: VariableValues = {
  ten: VARIABLE_MEANINGS.ten.example,
  so_phieu: VARIABLE_MEANINGS.so_phieu.example,
  han_tra_loi: VARIABLE_MEANINGS.han_tra_loi.example,
  can_bo: VARIABLE_MEANINGS.can_bo.example,
};

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
  readonly list: CannedReplyList;
  readonly written: WrittenReply | null;
  readonly notice: NoticeName | null;
}): string {
  const { signedIn, list, written } = page;
  const form = (reply: CannedReply) => (
    <ReplyFields
      signedIn={signedIn}
      revision={list.revision}
      reply={written?.id === reply.id ? written : { ...reply, problem: null }}
      previews={written?.id === reply.id}
    />
  );
  return renderConsolePage({
    title: CANNED.title,
    signedIn,
    unread: 0,
    notice: page.notice,
    live: false,
    styles: ['/assets/desk.css'],
    children: (
      <>
        <h1>{CANNED.title}</h1>
        <p class="lead">{CANNED.lead}</p>
        <section class="panel" aria-labelledby="variables-title">
          <h2 id="variables-title">{CANNED.variables}</h2>
          <dl class="variables">
            {VARIABLES.map((name) => (
              <div key={name}>
                <dt>
                  <code>{`{{${name}}}`}</code>
                </dt>
                <dd>{VARIABLE_MEANINGS[name].meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
        <details class="panel canned" open={written?.id === '' || list.replies.length === 0}>
          <summary>{CANNED.add}</summary>
          {form({ id: '', title: '', text: '' })}
        </details>
        {list.replies.length === 0 ? <p class="rule">{CANNED.none}</p> : null}
        {list.replies.map((reply) => (
          <section class="panel canned" key={reply.id} aria-label={reply.title}>
            <h2>{reply.title}</h2>
            <p class="line-text">{fillVariables(reply.text, EXAMPLES)}</p>
            <details open={written?.id === reply.id}>
              <summary>{CANNED.change(reply.title)}</summary>
              {form(reply)}
              <form method="post" action="/staff/canned-replies/remove" class="canned-remove">
                <FormToken signedIn={signedIn} />
                <input type="hidden" name="id" value={reply.id} />
                <input type="hidden" name="revision" value={list.revision} />
                <button class="button" type="submit">
                  {CANNED.confirmRemove(reply.title)}
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
  const { signedIn, revision, reply, previews } = props;
  const ruleId = `rule-${reply.id || 'new'}`;
  return (
    <form method="post" action="/staff/canned-replies" autocomplete="off">
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="id" value={reply.id} />
      <input type="hidden" name="revision" value={revision} />
      <Problem words={reply.problem} />
      <label>
        {CANNED.name}
        <input name="title" value={reply.title} required maxLength={80} autocomplete="off" />
      </label>
      <label>
        {CANNED.text}
        <textarea name="text" rows={4} required aria-describedby={ruleId}>
          {reply.text}
        </textarea>
      </label>
      <p class="rule" id={ruleId}>
        {CANNED.textRule}
      </p>
      {previews && reply.problem === null ? (
        <div class="preview" role="status">
          <p class="rule">{CANNED.previewTitle}</p>
          <p class="line-text">{fillVariables(reply.text, EXAMPLES)}</p>
        </div>
      ) : null}
      <div class="desk-actions">
        <button class="button button-primary" type="submit" name="do" value="save">
          {CANNED.save}
        </button>
        <button class="button" type="submit" name="do" value="preview">
          {CANNED.preview}
        </button>
      </div>
    </form>
  );
}
