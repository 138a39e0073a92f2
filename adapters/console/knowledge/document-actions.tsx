import type { ComponentChildren } from 'preact';
import { decisionInWords } from '../../corrections/document-words.ts';
import { mayEdit } from '../access.ts';
import { FormToken } from '../layout.tsx';
import { momentInWords } from '../time-words.ts';
import { fieldsInWords } from './document-list-page.tsx';
import type { DocumentPage } from './document-view.ts';
import { DOCUMENT_PAGE } from './vietnamese.ts';

/** What is open about a document, and the forms of those who may decide about it. */
export function DocumentActions({ page }: { readonly page: DocumentPage }) {
  const { document, doubts, standing } = page.studied;
  const reason = standing.findLast(({ decision }) => decision.kind === 'withdraw')?.decision;
  const confirmed = document.confirmed;
  return (
    <section class="panel actions" aria-labelledby="actions-title">
      <h2 id="actions-title">{DOCUMENT_PAGE.actions}</h2>
      {doubts.length === 0 ? null : <p class="advice bad">{DOCUMENT_PAGE.doubts(fieldsInWords(doubts))}</p>}
      {confirmed === undefined ? null : (
        <p class="advice">{DOCUMENT_PAGE.confirmed(confirmed.by, momentInWords(confirmed.at))}</p>
      )}
      {document.withdrawn && reason?.kind === 'withdraw' && reason.reason !== undefined ? (
        <p class="advice bad">{DOCUMENT_PAGE.withdrawnBecause(reason.reason)}</p>
      ) : null}
      {mayEdit(page.signedIn.account.role) ? <Decisions page={page} /> : <p class="rule">{DOCUMENT_PAGE.readOnly}</p>}
    </section>
  );
}

function Decisions({ page }: { readonly page: DocumentPage }) {
  const { document, standing } = page.studied;
  const last = standing.at(-1);
  return (
    <>
      <a class="button button-primary" href={`/staff/documents/${document.id}/edit`}>
        {DOCUMENT_PAGE.edit}
      </a>
      {document.confirmed === undefined ? (
        <DecisionForm page={page} action="confirm">
          <button class="button" type="submit">
            {DOCUMENT_PAGE.confirm}
          </button>
        </DecisionForm>
      ) : null}
      {document.withdrawn ? (
        <DecisionForm page={page} action="restore">
          <button class="button" type="submit">
            {DOCUMENT_PAGE.restore}
          </button>
        </DecisionForm>
      ) : (
        <Withdraw page={page} />
      )}
      {last === undefined ? null : (
        <>
          <DecisionForm page={page} action="undo">
            <p class="rule" id="undo-what">
              {DOCUMENT_PAGE.undoWhat(decisionInWords(last))}
            </p>
            <button class="button" type="submit" aria-describedby="undo-what">
              {DOCUMENT_PAGE.undo}
            </button>
          </DecisionForm>
          <details class="fold">
            <summary>{DOCUMENT_PAGE.reset}</summary>
            <DecisionForm page={page} action="reset">
              <p class="rule">{DOCUMENT_PAGE.resetLead}</p>
              <button class="button" type="submit">
                {DOCUMENT_PAGE.reset}
              </button>
            </DecisionForm>
          </details>
        </>
      )}
    </>
  );
}

function Withdraw({ page }: { readonly page: DocumentPage }) {
  const reason = page.typed?.reason;
  return (
    <details class="fold" open={reason !== undefined}>
      <summary>{DOCUMENT_PAGE.withdraw}</summary>
      <DecisionForm page={page} action="withdraw">
        <p class="rule">{DOCUMENT_PAGE.withdrawLead}</p>
        <label for="reason">{DOCUMENT_PAGE.reason}</label>
        <textarea id="reason" name="reason" rows={3} maxLength={500} required>
          {reason}
        </textarea>
        <button class="button" type="submit">
          {DOCUMENT_PAGE.withdraw}
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
