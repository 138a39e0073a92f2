import type { TranscriptMessage } from '../../bot/conversation.ts';
import { LineWords } from './desk/line-words.tsx';
import { REPLY_FORM } from './desk/reply-form.tsx';
import { Sources } from './desk/sources.tsx';
import { useWords } from './languages/use-words.tsx';
import { momentInWords } from './time-words.ts';

/** What the lines of a transcript lead to. */
interface TranscriptLinks {
  /** Address of the ticket's page. */
  readonly address: string;
  /** Whether the reader may take back what was not sent yet. */
  readonly mayUndo: boolean;
  /** How long a reply waits (ms). */
  readonly undoMs: number;
  /** Lines after this one are marked as new; `null`: none is. */
  readonly newAfter: number | null;
}

/** The whole conversation for staff. Lines of other epochs than `epoch` are set apart. */
export function TranscriptView(props: {
  readonly lines: readonly TranscriptMessage[];
  readonly epoch: number;
  readonly longest: number;
  readonly links: TranscriptLinks;
}) {
  const words = useWords();
  const { lines, epoch, longest, links } = props;
  return (
    <>
      {lines.length < longest ? null : <p class="rule">{words.ticketPage.truncated(longest)}</p>}
      <ol class="transcript">
        {lines.map((line, index) => {
          const starts = line.epoch !== lines[index - 1]?.epoch && lines.some((other) => other.epoch !== epoch);
          return (
            <>
              {starts ? (
                <li class="epoch">{line.epoch === epoch ? words.ticketPage.present : words.ticketPage.earlier}</li>
              ) : null}
              <TranscriptLine key={line.id} line={line} asked={askedBefore(lines, index)} links={links} />
            </>
          );
        })}
      </ol>
    </>
  );
}

/** The citizen's line that a line of the bot answers, or the last one of the citizen itself. */
function askedBefore(lines: readonly TranscriptMessage[], index: number): TranscriptMessage | null {
  const line = lines[index];
  if (line === undefined || line.author === 'staff') return null;
  if (line.author === 'citizen') return lines.slice(index + 1).some(({ author }) => author !== 'staff') ? null : line;
  return lines.slice(0, index).findLast(({ author, epoch }) => author === 'citizen' && epoch === line.epoch) ?? null;
}

/** One line, with what became of it. */
export function TranscriptLine(props: {
  readonly line: TranscriptMessage;
  /** The citizen's line for which it can be shown what the bot found. */
  readonly asked: TranscriptMessage | null;
  readonly links: TranscriptLinks;
}) {
  const words = useWords();
  const { line, asked, links } = props;
  const name =
    line.author === 'staff' && line.authorName !== null ? line.authorName : words.ticketPage.authors[line.author];
  const isNew = links.newAfter !== null && line.id > links.newAfter;
  return (
    <li class={`line from-${line.author}${isNew ? ' is-new' : ''}`}>
      <p class="line-head">
        <strong>{name}</strong>{' '}
        <time dateTime={new Date(line.at).toISOString()}>{momentInWords(line.at, words.times)}</time>
        {isNew ? <span class="badge high"> {words.transcript.newLine}</span> : null}
      </p>
      <LineWords text={line.text} />
      <Sources id={String(line.id)} title={words.ticketPage.sources} citations={line.citations} />
      {asked === null ? null : (
        <p class="why-link">
          <a href={`${links.address}?why=${asked.id}#why`}>
            {line.author === 'bot' ? words.reply.why : words.reply.whyFound}
          </a>
        </p>
      )}
      <DeliveryState line={line} />
      {links.mayUndo && mayStillBeTakenBack(line) ? <UndoButton line={line} links={links} /> : null}
    </li>
  );
}

function DeliveryState({ line }: { readonly line: TranscriptMessage }) {
  const words = useWords();
  if (line.delivery === null) return null;
  const reason = line.deliveryReason === null ? null : words.said.delivery(line.deliveryReason);
  if (line.delivery === 'withheld' && line.author === 'staff') return <p class="delivery">{reason}</p>;
  const state = words.deliveries[line.delivery];
  const bad = line.delivery === 'failed' || line.delivery === 'held';
  return (
    <p class={bad ? 'delivery bad' : 'delivery'}>
      {reason === null || saysAll(line.delivery) ? state : `${state}: ${reason}`}
    </p>
  );
}

/** What was sent needs no reason, and what was dropped for staff has but one. */
function saysAll(delivery: TranscriptMessage['delivery']): boolean {
  return delivery === 'sent' || delivery === 'withheld';
}

/** Not tried yet, as far as the page knows; the store decides. */
function mayStillBeTakenBack(line: TranscriptMessage): boolean {
  return line.author === 'staff' && line.delivery === 'pending' && line.deliveryReason === null;
}

/** Belongs to the reply form, so that what was typed since comes back together with the words. */
function UndoButton({ line, links }: { readonly line: TranscriptMessage; readonly links: TranscriptLinks }) {
  const words = useWords();
  return (
    <p class="undo">
      <span data-sends-at={line.at + links.undoMs} data-left={words.undo.left}>
        {words.undo.waits}
      </span>{' '}
      <button
        class="button"
        id={`undo-${line.id}`}
        type="submit"
        form={REPLY_FORM}
        formAction={`${links.address}/take-back`}
        formNoValidate
        name="message"
        value={line.id}
      >
        {words.undo.button}
      </button>
    </p>
  );
}
