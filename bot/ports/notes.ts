/** What colleagues write to each other about a matter. It never goes through the outbox, so no citizen gets it. */
export interface Note {
  /** Grows within the store. */
  readonly id: number;
  readonly conversationId: string;
  readonly ticketId: string;
  /** Log-in name. */
  readonly author: string;
  readonly text: string;
  readonly at: number;
  /** Log-in names of the colleagues it speaks to. */
  readonly mentions: readonly string[];
  /** Of those, who have not opened the ticket since. */
  readonly unread: readonly string[];
}

/** Private notes. They end with their conversation: erasure and retention take their words. */
export interface Notes {
  /** `null`, and nothing is written, where the ticket does not exist or its citizen was erased meanwhile. */
  add(note: Pick<Note, 'ticketId' | 'author' | 'text' | 'at' | 'mentions'>): Promise<Note | null>;
  /** The notes of all matters of a conversation, oldest first; the last `limit` when there are more. */
  of(conversationId: string, limit: number): Promise<readonly Note[]>;
  /** Notes that speak to somebody who has not seen them, the newest first. */
  unreadBy(name: string, limit: number): Promise<readonly Note[]>;
  /** Somebody has opened one of a citizen's matters, where the notes of all of them stand: they are read. */
  read(conversationId: string, name: string): Promise<void>;
}
