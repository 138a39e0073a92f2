import type { Ticket, TranscriptMessage } from '../../../bot/conversation.ts';
import { useWords } from '../languages/use-words.tsx';
import { TranscriptLine } from '../transcript-view.tsx';
import type { LinkedHistory } from './linked-history.ts';

/** The query by which a ticket's page shows every conversation that the citizen linked. */
export const SHOW_LINKED = 'view=linked';

/** Chooses between the conversation of the ticket and all that the citizen linked with it; nothing where none is. */
export function LinkedTabs(props: {
  readonly ticket: Ticket;
  readonly address: string;
  readonly linked: readonly LinkedHistory[];
  readonly showsAll: boolean;
}) {
  const { linked: words, channels } = useWords();
  const { ticket, address, linked, showsAll } = props;
  if (linked.length === 0) return null;
  return (
    <>
      <nav class="linked-tabs" aria-label={words.label}>
        <a href={address} aria-current={showsAll ? undefined : 'page'}>
          {words.own(channels[ticket.channel])}
        </a>
        <a href={`${address}?${SHOW_LINKED}`} aria-current={showsAll ? 'page' : undefined}>
          {words.all(linked.length + 1)}
        </a>
      </nav>
      <p class="rule linked-rule">{words.rule}</p>
    </>
  );
}

/** Lines of all conversations in the order of time, with the channel wherever it changes. */
export function LinkedTranscript(props: {
  readonly ticket: Ticket;
  readonly lines: readonly TranscriptMessage[];
  readonly linked: readonly LinkedHistory[];
  readonly longest: number;
  readonly address: string;
}) {
  const { ticketPage, channels } = useWords();
  const { ticket, lines, linked, longest, address } = props;
  const parts = [{ conversationId: ticket.conversationId, channel: ticket.channel, lines }, ...linked];
  const all = parts
    .flatMap((part) => part.lines.map((line) => ({ line, channel: part.channel })))
    .sort((one, other) => one.line.at - other.line.at || one.line.id - other.line.id);
  const links = { address, mayUndo: false, undoMs: 0, newAfter: null };
  return (
    <>
      {parts.some((part) => part.lines.length >= longest) ? <p class="rule">{ticketPage.truncated(longest)}</p> : null}
      <ol class="transcript">
        {all.map(({ line, channel }, index) => (
          <>
            {line.conversationId === all[index - 1]?.line.conversationId ? null : (
              <li class="epoch">{channels[channel]}</li>
            )}
            <TranscriptLine key={line.id} line={line} asked={null} links={links} />
          </>
        ))}
      </ol>
    </>
  );
}
