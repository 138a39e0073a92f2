import type { Ticket } from '../../../bot/conversation.ts';
import type { Note } from '../../../bot/ports/notes.ts';
import { renderConsolePage } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { TICKETS } from '../vietnamese.ts';
import { NOTES } from './vietnamese.ts';

/** A note that speaks to the reader. */
export interface Mention {
  readonly note: Note;
  readonly ticket: Ticket | null;
  /** Display name of who wrote it. */
  readonly author: string;
}

/** The list of notes that speak to the reader and are unread, the newest first. */
export function renderMentionPage(signedIn: SignedIn, mentions: readonly Mention[]): string {
  return renderConsolePage({
    title: NOTES.mentionsTitle,
    signedIn,
    unread: 0,
    notice: null,
    live: false,
    styles: ['/assets/desk.css'],
    children: (
      <>
        <h1>{NOTES.mentionsTitle}</h1>
        <p class="lead">{mentions.length === 0 ? NOTES.noMentions : NOTES.mentionsLead}</p>
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
  return (
    <li class="panel note">
      <p class="line-head">
        <a href={`/staff/tickets/${encodeURIComponent(note.ticketId)}#notes`}>
          {ticket === null ? NOTES.openTicket : TICKETS.number(ticket.number)}
        </a>{' '}
        <strong>{author}</strong> <time dateTime={new Date(note.at).toISOString()}>{momentInWords(note.at)}</time>
      </p>
      <p class="line-text">{note.text}</p>
    </li>
  );
}
