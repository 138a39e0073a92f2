import { channelNamedIn, type Ticket } from '../../../bot/conversation.ts';
import type { LinkedHold } from '../../../bot/links/hold-linked.ts';
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
  /** What the citizen linked with this conversation. */
  readonly linked: readonly LinkedHold[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
}) {
  const { hold: words, channels } = useWords();
  const { signedIn, ticket, hold, linked, address } = props;
  const mayOrder = mayUse(signedIn, 'POST /staff/tickets/:id/hold');
  // After an erasure nothing is left that could be kept.
  if (ticket.conversationId.startsWith('erased:') || (hold === null && !mayOrder)) return null;
  const until = lastMoment(hold);
  return (
    <section class="panel hold" aria-labelledby="hold-title">
      <h2 id="hold-title">{words.title}</h2>
      {hold === null ? null : (
        <div data-live="hold">
          <p>
            <strong>{words.held(dayOf(until))}</strong>
          </p>
          {mayOrder ? (
            <>
              <p class="line-text">{hold.reason}</p>
              <p class="rule">{words.by(props.names.get(hold.by) ?? hold.by, dayInWords(hold.at))}</p>
            </>
          ) : null}
        </div>
      )}
      {mayOrder && linked.length > 0 ? (
        <>
          <p class="rule">{words.linked}</p>
          <ul class="linked-holds">
            {linked.map((other) => (
              <li key={other.conversationId}>
                {channelOf(other, channels)}: {words.linkedHeld(other.hold !== null, dayOf(lastMoment(other.hold)))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
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
            {linked.length > 0 ? <LinkedToo words={words.holdLinked} /> : null}
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
            {linked.some(({ isAlike }) => isAlike) ? <LinkedToo words={words.releaseLinked} /> : null}
            <button class="button wide" type="submit">
              {words.release}
            </button>
          </form>
        </details>
      ) : null}
    </section>
  );
}

function LinkedToo({ words }: { readonly words: string }) {
  return (
    <label class="check">
      <input type="checkbox" name="linked" value="yes" /> {words}
    </label>
  );
}

function channelOf({ conversationId }: LinkedHold, channels: Readonly<Record<string, string>>): string {
  const name = channelNamedIn(conversationId);
  return channels[name] ?? name;
}

/** Within the last day of a hold (ms since epoch); `null`: it has none. */
function lastMoment(hold: Hold | null): number | null {
  return hold === null || hold.until === null ? null : hold.until - 1;
}

function dayOf(moment: number | null): string | null {
  return moment === null ? null : dayInWords(moment);
}
