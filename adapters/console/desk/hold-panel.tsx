import type { Ticket } from '../../../bot/conversation.ts';
import type { Hold } from '../../../bot/ports/holds.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';
import { useWords } from '../languages/use-words.tsx';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { dayInWords } from '../time-words.ts';

/** Who may order it places and ends a hold here; everybody else only reads that one stands. */
export function HoldPanel(props: {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  readonly address: string;
  readonly hold: Hold | null;
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
}) {
  const words = useWords().hold;
  const { signedIn, ticket, hold, address } = props;
  const mayOrder = mayUse(signedIn, 'POST /staff/tickets/:id/hold');
  // After an erasure nothing is left that could be kept.
  if (ticket.conversationId.startsWith('erased:') || (hold === null && !mayOrder)) return null;
  const until = hold === null || hold.until === null ? null : hold.until - 1;
  return (
    <section class="panel hold" aria-labelledby="hold-title">
      <h2 id="hold-title">{words.title}</h2>
      {hold === null ? null : (
        <div data-live="hold">
          <p>
            <strong>{words.held(until === null ? null : dayInWords(until))}</strong>
          </p>
          {mayOrder ? (
            <>
              <p class="line-text">{hold.reason}</p>
              <p class="rule">{words.by(props.names.get(hold.by) ?? hold.by, dayInWords(hold.at))}</p>
            </>
          ) : null}
        </div>
      )}
      {mayOrder ? (
        <details class="fold">
          <summary>{hold === null ? words.place : words.change}</summary>
          <form method="post" action={`${address}/hold`} autocomplete="off">
            <FormToken signedIn={signedIn} />
            <p class="rule">{words.lead}</p>
            <label>
              {words.reason}
              <textarea name="reason" rows={3} required minLength={5} maxLength={500}>
                {hold?.reason ?? ''}
              </textarea>
            </label>
            <label>
              {words.until}
              <input type="date" name="until" value={until === null ? '' : dayInVietnam(until)} />
            </label>
            <button class="button wide" type="submit">
              {hold === null ? words.place : words.save}
            </button>
          </form>
        </details>
      ) : null}
      {mayOrder && hold !== null ? (
        <details class="fold">
          <summary>{words.release}</summary>
          <form method="post" action={`${address}/release`}>
            <FormToken signedIn={signedIn} />
            <p class="rule">{words.releaseRule}</p>
            <button class="button wide" type="submit">
              {words.release}
            </button>
          </form>
        </details>
      ) : null}
    </section>
  );
}
