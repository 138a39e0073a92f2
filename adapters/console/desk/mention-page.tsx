import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { renderConsolePage } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import type { ReadableMention } from './mentions.ts';

/** A note that speaks to the reader. */
export interface Mention extends ReadableMention {
  /** Display name of who wrote it. */
  readonly author: string;
}

/** The list of notes that speak to the reader and are unread, the newest first. */
export function renderMentionPage(signedIn: SignedIn, mentions: readonly Mention[]): string {
  const words = wordsIn(signedIn.preferences.language);
  return renderConsolePage({
    title: words.notes.mentionsTitle,
    signedIn,
    unread: 0,
    notice: null,
    live: false,
    translated: true,
    styles: ['/assets/desk.css'],
    children: (
      <>
        <h1>{words.notes.mentionsTitle}</h1>
        <p class="lead">{mentions.length === 0 ? words.notes.noMentions : words.notes.mentionsLead}</p>
        <ol class="mention-list">
          {mentions.map((mention) => (
            <MentionItem key={mention.note.id} {...mention} />
          ))}
        </ol>
      </>
    ),
  });
}

function MentionItem({ note, ticket, author }: Mention) {
  const words = useWords();
  return (
    <li class="panel note">
      <p class="line-head">
        <a href={`/staff/tickets/${encodeURIComponent(note.ticketId)}#notes`}>
          {ticket === null ? words.notes.openTicket : words.tickets.number(ticket.number)}
        </a>{' '}
        <strong>{author}</strong>{' '}
        <time dateTime={new Date(note.at).toISOString()}>{momentInWords(note.at, words.times)}</time>
      </p>
      <p class="line-text">{note.text}</p>
    </li>
  );
}
