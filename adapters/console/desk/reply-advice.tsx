import type { Ticket } from '../../../bot/conversation.ts';
import type { SendWindow } from '../../../bot/ports/channel.ts';
import { mayReply } from '../access.ts';
import { useWords } from '../languages/use-words.tsx';
import type { SignedIn } from '../sessions.ts';
import { durationInWords, momentInWords } from '../time-words.ts';

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
  const words = useWords();
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
      {window.open && window.mode === 'human-agent' ? `${words.ticketPage.windowHumanAgent} ` : null}
      <TimeLeft window={window} now={now} />
      {ticket.assignee === null ? ` ${words.ticketPage.replyTakes}` : null}
    </p>
  );
}

/** Until when the platform takes words of staff; the page's own module counts the time that is left down. */
function TimeLeft({ window, now }: Pick<ReplySituation, 'window' | 'now'>) {
  const words = useWords();
  if (!window.open || window.until === null) return words.ticketPage.windowAlways;
  return (
    <>
      {words.ticketPage.windowLeft}{' '}
      <span class="window-clock" data-until={window.until} data-units={words.windowUnits}>
        {durationInWords(window.until - now, words.times)}
      </span>{' '}
      {words.ticketPage.windowUntil(momentInWords(window.until, words.times))}
    </>
  );
}

/** Who holds the ticket now; where nobody does, whoever looks may act. */
export function mayAct(ticket: Ticket, signedIn: SignedIn): boolean {
  return ticket.assignee === null || ticket.assignee === signedIn.account.name;
}

function obstacleOf({ ticket, signedIn, assignee, window }: ReplySituation): string | null {
  const words = useWords();
  if (!mayReply(signedIn.account.role, ticket.topic)) return words.ticketPage.pressOnly;
  if (!mayAct(ticket, signedIn)) return words.ticketPage.heldByOther(assignee ?? ticket.assignee ?? '');
  return window.open ? null : words.ticketPage.windowClosed(words.said.delivery(window.reason));
}
