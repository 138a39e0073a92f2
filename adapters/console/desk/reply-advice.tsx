import type { Ticket } from '../../../bot/conversation.ts';
import type { SendWindow } from '../../../bot/ports/channel.ts';
import { mayReply } from '../access.ts';
import type { SignedIn } from '../sessions.ts';
import { durationInWords, momentInWords } from '../time-words.ts';
import { TICKET } from '../vietnamese.ts';
import { WINDOW_UNITS } from './vietnamese.ts';

/** What decides whether somebody may write to the citizen of a ticket now. */
interface ReplySituation {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  /** Display name of the assignee. */
  readonly assignee: string | null;
  readonly window: SendWindow;
  readonly now: number;
}

/** What staff should know before writing: whether they may now, and how long the platform lets them. */
export function ReplyAdvice(situation: ReplySituation) {
  const obstacle = obstacleOf(situation);
  if (obstacle !== null) {
    return (
      <p class="advice bad" data-no-reply>
        {obstacle}
      </p>
    );
  }
  const { ticket, window, now } = situation;
  return (
    <p class="advice">
      {window.open && window.mode === 'human-agent' ? `${TICKET.windowHumanAgent} ` : null}
      <TimeLeft window={window} now={now} />
      {ticket.assignee === null ? ` ${TICKET.replyTakes}` : null}
    </p>
  );
}

/** Until when the platform takes words of staff; the page's own module counts the time that is left down. */
function TimeLeft({ window, now }: Pick<ReplySituation, 'window' | 'now'>) {
  if (!window.open || window.until === null) return TICKET.windowAlways;
  return (
    <>
      {TICKET.windowLeft}{' '}
      <span class="window-clock" data-until={window.until} data-units={WINDOW_UNITS}>
        {durationInWords(window.until - now)}
      </span>{' '}
      {TICKET.windowUntil(momentInWords(window.until))}
    </>
  );
}

/** Who holds the ticket now; where nobody does, whoever looks may act. */
export function mayAct(ticket: Ticket, signedIn: SignedIn): boolean {
  return ticket.assignee === null || ticket.assignee === signedIn.account.name;
}

function obstacleOf({ ticket, signedIn, assignee, window }: ReplySituation): string | null {
  if (!mayReply(signedIn.account.role, ticket.topic)) return TICKET.pressOnly;
  if (!mayAct(ticket, signedIn)) return TICKET.heldByOther(assignee ?? ticket.assignee ?? '');
  return window.open ? null : TICKET.windowClosed(window.reason);
}
