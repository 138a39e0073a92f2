import { TICKET_OUTCOMES, type Ticket, type TicketOutcome } from '../../../bot/conversation.ts';
import { DraftArea } from '../drafts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';

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
  /** Whether what staff wrote last did not reach the citizen. */
  readonly undelivered: boolean;
}) {
  const words = useWords();
  const { signedIn, ticket, written } = props;
  return (
    <details class="panel close" open={written.problem !== null}>
      <summary>{words.ticketPage.close}</summary>
      <form method="post" action={`${props.address}/close`} autocomplete="off">
        <p class="rule">{words.ticketPage.closeLead}</p>
        {props.undelivered ? <p class="advice bad">{words.closing.undelivered}</p> : null}
        {written.problem === null ? null : (
          <p class="notice bad" role="alert">
            {written.problem}
          </p>
        )}
        <FormToken signedIn={signedIn} />
        <label for="outcome">{words.closing.outcome}</label>
        <select id="outcome" name="outcome" required>
          <option value="">{words.closing.choose}</option>
          {TICKET_OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome} selected={outcome === written.outcome}>
              {words.ticketOutcomes[outcome]}
            </option>
          ))}
        </select>
        <label for="note">{words.ticketPage.note}</label>
        <DraftArea
          id="note"
          name="note"
          rows={3}
          maxLength={1000}
          draft={`note:${signedIn.account.name}:${ticket.id}`}
          clearedBy="closed-now"
        >
          {written.note}
        </DraftArea>
        <label class="check">
          <input type="checkbox" name="farewell" value="yes" checked={written.farewell} />
          {words.ticketPage.farewell}
        </label>
        <button class="button wide" type="submit">
          {words.ticketPage.close}
        </button>
      </form>
    </details>
  );
}
