import type { ChatLines } from './chat-lines.ts';

/** What a person does on the page of a platform. */
export interface Said {
  readonly text: string;
  /** Payload of a tapped button. */
  readonly payload: string | null;
  /** File name of a picture. */
  readonly photo: string | null;
}

/** One messaging platform with everything between a phone and the product's webhook. */
export interface SimulatedPlatform {
  readonly lines: ChatLines;
  /** Delivers what a person wrote to the webhook; gives the HTTP status of the answer. */
  citizenSays(person: string, said: Said): Promise<number>;
  /** A member of staff answers in the platform's own inbox. */
  staffSays(person: string, text: string): Promise<number>;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 80;

/** Calls `tell` for each new element of a growing list, soon after it came. Returns the function that ends it. */
export function follow<T>(list: readonly T[], tell: (element: T) => void): () => void {
  let seen = 0;
  const timer = setInterval(() => {
    for (const element of list.slice(seen)) tell(element);
    seen = list.length;
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
