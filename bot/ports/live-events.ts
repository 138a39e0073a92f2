/** Something a live page may want to show, or that a worker in another process may want to take up. */
export type LiveEvent =
  | { readonly kind: 'transcript'; readonly conversationId: string }
  | { readonly kind: 'typing'; readonly conversationId: string }
  | { readonly kind: 'tickets'; readonly ticketId: string | null }
  /** A member of staff has a ticket's page open, writes there or has left it. */
  | {
      readonly kind: 'presence';
      readonly ticketId: string;
      /** Log-in name. */
      readonly name: string;
      readonly displayName: string;
      readonly state: 'here' | 'typing' | 'gone';
    }
  /** The bot was switched off, or on again. */
  | { readonly kind: 'switch' }
  /** Mail was stored, or words to be sent. */
  | { readonly kind: 'work' };

/** Tells open pages that something changed; pages then read the stores. Losing an event loses nothing. */
export interface LiveEvents {
  publish(event: LiveEvent): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}
