import { INBOX, PREFERENCES, SHORTCUTS, TIMES } from '../inbox/vietnamese.ts';
import { ADMIN_PAGES, CHANNELS, CONSOLE, DUE, NO_TOPIC, PARTS, PRIORITIES, ROLES, TOPICS } from '../vietnamese.ts';

/** The same words in another language: every text another text, every sentence with the same blanks. */
type Translated<T> = T extends string
  ? string
  : T extends (...blanks: infer Blanks) => string
    ? (...blanks: Blanks) => string
    : { readonly [Name in keyof T]: Translated<T[Name]> };

/** Words of the console's shell and inbox in Vietnamese, the language of every other page. */
export const VIETNAMESE = {
  shell: CONSOLE,
  parts: PARTS,
  adminPages: ADMIN_PAGES,
  roles: ROLES,
  topics: TOPICS,
  noTopic: NO_TOPIC,
  priorities: PRIORITIES,
  channels: CHANNELS,
  due: DUE,
  inbox: INBOX,
  shortcuts: SHORTCUTS,
  preferences: PREFERENCES,
  times: TIMES,
};

/** A language in which a word is missing does not compile. */
export type ConsoleWords = Translated<typeof VIETNAMESE>;
