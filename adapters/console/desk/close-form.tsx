import { TICKET_OUTCOMES, type Ticket, type TicketOutcome } from '../../../bot/conversation.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { TICKET } from '../vietnamese.ts';
import { CLOSING, TICKET_OUTCOME_WORDS } from './vietnamese.ts';

/** What was chosen and typed for the closing, and why the ticket is still open. */
export interface WrittenClosing {
  readonly outcome: TicketOutcome | null;
  readonly note: string;
  readonly farewell: boolean;
  readonly problem: string | null;
}

/** Closes a ticket: what it came to, a note for colleagues, and whether the citizen is told. */
export function CloseForm(props: {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  readonly address: string;
  readonly written: WrittenClosing;
}) {
  const { signedIn, ticket, written } = props;
  return (
    <details class="panel close" open={written.problem !== null}>
      <summary>{TICKET.close}</summary>
      <form method="post" action={`${props.address}/close`} autocomplete="off">
        <p class="rule">{TICKET.closeLead}</p>
        {written.problem === null ? null : (
          <p class="notice bad" role="alert">
            {written.problem}
          </p>
        )}
        <FormToken signedIn={signedIn} />
        <label for="outcome">{CLOSING.outcome}</label>
        <select id="outcome" name="outcome" required>
          <option value="">{CLOSING.choose}</option>
          {TICKET_OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome} selected={outcome === written.outcome}>
              {TICKET_OUTCOME_WORDS[outcome]}
            </option>
          ))}
        </select>
        <label for="note">{TICKET.note}</label>
        <textarea
          id="note"
          name="note"
          rows={3}
          maxLength={1000}
          data-draft={`note:${signedIn.account.name}:${ticket.id}`}
          data-cleared-by="closed-now"
        >
          {written.note}
        </textarea>
        <label class="check">
          <input type="checkbox" name="farewell" value="yes" checked={written.farewell} />
          {TICKET.farewell}
        </label>
        <button class="button wide" type="submit">
          {TICKET.close}
        </button>
      </form>
    </details>
  );
}
