import type { Ticket } from '../../../bot/conversation.ts';
import type { Note } from '../../../bot/ports/notes.ts';
import { DraftArea } from '../drafts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import type { WrittenWords } from './reply-form.tsx';

/** Private notes on a citizen's matters, and the box for another. */
export function NotePanel(props: {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  readonly address: string;
  readonly notes: readonly Note[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  /** Log-in names that may be mentioned. */
  readonly colleagues: readonly string[];
  readonly written: WrittenWords;
}) {
  const words = useWords();
  const { signedIn, ticket, address, notes, names, written } = props;
  return (
    <section class="panel notes" aria-labelledby="notes-title" id="notes">
      <h2 id="notes-title">{words.notes.title}</h2>
      <p class="rule">{words.notes.rule}</p>
      <ol data-live="notes">
        {notes.map((note) => (
          <li key={note.id} class="note">
            <p class="line-head">
              <strong>{names.get(note.author) ?? note.author}</strong>{' '}
              <time dateTime={new Date(note.at).toISOString()}>{momentInWords(note.at, words.times)}</time>
              {note.ticketId === ticket.id ? null : <span class="rule"> {words.notes.otherTicket}</span>}
            </p>
            <p class="line-text">{note.text}</p>
          </li>
        ))}
      </ol>
      <form method="post" action={`${address}/notes`} autocomplete="off">
        <FormToken signedIn={signedIn} />
        {written.problem === null ? null : (
          <p class="notice bad" role="alert">
            {written.problem}
          </p>
        )}
        <label for="private-note">{words.notes.label}</label>
        <DraftArea
          id="private-note"
          name="text"
          rows={2}
          required
          aria-describedby="private-note-rule"
          draft={`private-note:${signedIn.account.name}:${ticket.id}`}
          clearedBy="noted closed-now"
        >
          {written.text}
        </DraftArea>
        <p class="rule" id="private-note-rule">
          {words.notes.mentionRule(props.colleagues)}
        </p>
        <button class="button wide" type="submit">
          {words.notes.save}
        </button>
      </form>
    </section>
  );
}
