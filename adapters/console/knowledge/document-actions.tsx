import type { ComponentChildren } from 'preact';
import { decisionInWords } from '../../corrections/document-words.ts';
import { mayEdit } from '../access.ts';
import { useWords } from '../languages/use-words.tsx';
import { FormToken } from '../layout.tsx';
import { momentInWords } from '../time-words.ts';
import { fieldsInWords } from './document-list-page.tsx';
import type { DocumentPage } from './document-view.ts';

/** What is open about a document, and the forms of those who may decide about it. */
export function DocumentActions({ page }: { readonly page: DocumentPage }) {
  const words = useWords();
  const { document, doubts, standing } = page.studied;
  const reason = standing.findLast(({ decision }) => decision.kind === 'withdraw')?.decision;
  const confirmed = document.confirmed;
  return (
    <section class="panel actions" aria-labelledby="actions-title">
      <h2 id="actions-title">{words.documentPage.actions}</h2>
      {doubts.length === 0 ? null : <p class="advice bad">{words.documentPage.doubts(fieldsInWords(doubts, words))}</p>}
      {confirmed === undefined ? null : (
        <p class="advice">{words.documentPage.confirmed(confirmed.by, momentInWords(confirmed.at, words.times))}</p>
      )}
      {document.withdrawn && reason?.kind === 'withdraw' && reason.reason !== undefined ? (
        <p class="advice bad">{words.documentPage.withdrawnBecause(reason.reason)}</p>
      ) : null}
      {mayEdit(page.signedIn.account.role) ? (
        <Decisions page={page} />
      ) : (
        <p class="rule">{words.documentPage.readOnly}</p>
      )}
    </section>
  );
}

function Decisions({ page }: { readonly page: DocumentPage }) {
  const words = useWords();
  const { document, standing } = page.studied;
  const last = standing.at(-1);
  return (
    <>
      <a class="button button-primary" href={`/staff/documents/${document.id}/edit`}>
        {words.documentPage.edit}
      </a>
      {document.confirmed === undefined ? (
        <DecisionForm page={page} action="confirm">
          <button class="button" type="submit">
            {words.documentPage.confirm}
          </button>
        </DecisionForm>
      ) : null}
      {document.withdrawn ? (
        <DecisionForm page={page} action="restore">
          <button class="button" type="submit">
            {words.documentPage.restore}
          </button>
        </DecisionForm>
      ) : (
        <Withdraw page={page} />
      )}
      {last === undefined ? null : (
        <>
          <DecisionForm page={page} action="undo">
            <p class="rule" id="undo-what">
              {words.documentPage.undoWhat(decisionInWords(last, words.documents))}
            </p>
            <button class="button" type="submit" aria-describedby="undo-what">
              {words.documentPage.undo}
            </button>
          </DecisionForm>
          <details class="fold">
            <summary>{words.documentPage.reset}</summary>
            <DecisionForm page={page} action="reset">
              <p class="rule">{words.documentPage.resetLead}</p>
              <button class="button" type="submit">
                {words.documentPage.reset}
              </button>
            </DecisionForm>
          </details>
        </>
      )}
    </>
  );
}

function Withdraw({ page }: { readonly page: DocumentPage }) {
  const words = useWords();
  const reason = page.typed?.reason;
  return (
    <details class="fold" open={reason !== undefined}>
      <summary>{words.documentPage.withdraw}</summary>
      <DecisionForm page={page} action="withdraw">
        <p class="rule">{words.documentPage.withdrawLead}</p>
        <label for="reason">{words.documentPage.reason}</label>
        <textarea id="reason" name="reason" rows={3} maxLength={500} required>
          {reason}
        </textarea>
        <button class="button" type="submit">
          {words.documentPage.withdraw}
        </button>
      </DecisionForm>
    </details>
  );
}

/** Carries which version of the document was looked at, so that a colleague's change in between is noticed. */
function DecisionForm(props: {
  readonly page: DocumentPage;
  readonly action: 'confirm' | 'withdraw' | 'restore' | 'undo' | 'reset';
  readonly children: ComponentChildren;
}) {
  const { studied, signedIn } = props.page;
  return (
    <form method="post" action={`/staff/documents/${studied.document.id}/${props.action}`} autocomplete="off">
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="version" value={studied.version} autocomplete="off" />
      {props.children}
    </form>
  );
}
