/** One line of a simulated chat as its page shows it. */
export interface ChatLine {
  /** Grows; pages resume after it. */
  readonly id: number;
  readonly from: 'citizen' | 'page' | 'staff';
  readonly text: string;
  /** Name of a picture that was sent; the picture itself never leaves the browser. */
  readonly photo: string | null;
  /** Buttons under the last message. */
  readonly quickReplies: readonly { readonly title: string; readonly payload: string }[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Something that pages of one person are told: a new line, or that the page is typing. */
export type ChatNews = { readonly kind: 'line'; readonly line: ChatLine } | { readonly kind: 'typing' };

/** The chats of one platform as its phones would show them; they last as long as the program. */
export interface ChatLines {
  after(person: string, id: number): readonly ChatLine[];
  add(person: string, line: Omit<ChatLine, 'id'>): void;
  typing(person: string): void;
  /** Returns the function that ends the subscription. */
  subscribe(person: string, listener: (news: ChatNews) => void): () => void;
}

export function createChatLines(): ChatLines {
  const lines = new Map<string, ChatLine[]>();
  const listeners = new Map<string, Set<(news: ChatNews) => void>>();
  const tell = (person: string, news: ChatNews) => {
    for (const listener of listeners.get(person) ?? []) listener(news);
  };
  return {
    after: (person, id) => (lines.get(person) ?? []).filter((line) => line.id > id),
    add(person, fields) {
      const known = lines.get(person) ?? [];
      const line = { ...fields, id: known.length + 1 };
      lines.set(person, [...known, line]);
      tell(person, { kind: 'line', line });
    },
    typing: (person) => tell(person, { kind: 'typing' }),
    subscribe(person, listener) {
      const heard = listeners.get(person) ?? new Set();
      listeners.set(person, heard.add(listener));
      return () => void heard.delete(listener);
    },
  };
}
