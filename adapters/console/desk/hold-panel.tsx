import type { Ticket } from '../../../bot/conversation.ts';
import type { Hold } from '../../../bot/ports/holds.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { dayInWords } from '../time-words.ts';
import { HOLD } from './hold-words.ts';

/** Who may order it places and ends a hold here; everybody else only reads that one stands. */
export function HoldPanel(props: {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  readonly address: string;
  readonly hold: Hold | null;
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
}) {
  const { signedIn, ticket, hold, address } = props;
  const mayOrder = mayUse(signedIn, 'POST /staff/tickets/:id/hold');
  // After an erasure nothing is left that could be kept.
  if (ticket.conversationId.startsWith('erased:') || (hold === null && !mayOrder)) return null;
  const until = hold === null || hold.until === null ? null : hold.until - 1;
  return (
    <section class="panel hold" aria-labelledby="hold-title">
      <h2 id="hold-title">{HOLD.title}</h2>
      {hold === null ? null : (
        <div data-live="hold">
          <p>
            <strong>{HOLD.held(until === null ? null : dayInWords(until))}</strong>
          </p>
          {mayOrder ? (
            <>
              <p class="line-text">{hold.reason}</p>
              <p class="rule">{HOLD.by(props.names.get(hold.by) ?? hold.by, dayInWords(hold.at))}</p>
            </>
          ) : null}
        </div>
      )}
      {mayOrder ? (
        <details class="fold">
          <summary>{hold === null ? HOLD.place : HOLD.change}</summary>
          <form method="post" action={`${address}/hold`} autocomplete="off">
            <FormToken signedIn={signedIn} />
            <p class="rule">{HOLD.lead}</p>
            <label>
              {HOLD.reason}
              <textarea name="reason" rows={3} required minLength={5} maxLength={500}>
                {hold?.reason ?? ''}
              </textarea>
            </label>
            <label>
              {HOLD.until}
              <input type="date" name="until" value={until === null ? '' : dayInVietnam(until)} />
            </label>
            <button class="button wide" type="submit">
              {hold === null ? HOLD.place : HOLD.save}
            </button>
          </form>
        </details>
      ) : null}
      {mayOrder && hold !== null ? (
        <details class="fold">
          <summary>{HOLD.release}</summary>
          <form method="post" action={`${address}/release`}>
            <FormToken signedIn={signedIn} />
            <p class="rule">{HOLD.releaseRule}</p>
            <button class="button wide" type="submit">
              {HOLD.release}
            </button>
          </form>
        </details>
      ) : null}
    </section>
  );
}
