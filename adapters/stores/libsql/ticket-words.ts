/**
 * The full text of tickets: one row for what the ticket itself says (number, question, closing note) and one for each
 * line of the transcript of its period. A row's id is the ticket's number in its upper half and the line's id in the
 * lower, so that what a word stands in is told without a look at any row, and a line costs the same however long a
 * talk has become. Triggers keep it in step within every transaction, whoever writes. The tokenizer takes case and
 * diacritics away; đ has none by Unicode, so it is exchanged. `secure-delete` lets nothing of an erased row stay in
 * the index.
 */
const NUMBER_BITS = 32;

const folded = (text: string) => `replace(replace(${text}, 'đ', 'd'), 'Đ', 'D')`;

/** What is sealed of a line stands behind its mark (`SEAL_MARK`, unit 31). */
const LINE = folded('substr(m.text, 1, instr(m.text || char(31), char(31)) - 1)');
const TICKET = folded(`t.number || ' ' || t.question || ' ' || COALESCE(t.closing_note, '')`);
const LINE_PLACE = `(t.number << ${NUMBER_BITS}) | m.id`;
const OF_ITS_PERIOD = 'm.conversation_id = t.conversation_id AND m.epoch = t.epoch';

const addTicket = (where: string) =>
  `INSERT INTO ticket_words (rowid, words) SELECT t.number << ${NUMBER_BITS}, ${TICKET} FROM tickets t WHERE ${where};`;

const addLines = (where: string) =>
  `INSERT INTO ticket_words (rowid, words) SELECT ${LINE_PLACE}, ${LINE}
     FROM tickets t JOIN messages m ON ${OF_ITS_PERIOD} WHERE ${where};`;

const removeLine = (line: 'OLD' | 'NEW') =>
  `DELETE FROM ticket_words WHERE rowid IN (SELECT (t.number << ${NUMBER_BITS}) | ${line}.id FROM tickets t
     WHERE t.conversation_id = ${line}.conversation_id AND t.epoch = ${line}.epoch);`;

/** Takes the place of the full text that held one row a ticket and wrote it anew with each line. */
export const CREATE_TICKET_WORDS = `
  DROP TRIGGER ticket_opened_is_found;
  DROP TRIGGER ticket_changed_is_found;
  DROP TRIGGER line_added_is_found;
  DROP TRIGGER line_changed_is_found;
  DROP TABLE ticket_search;
  CREATE VIRTUAL TABLE ticket_words USING fts5 (words, tokenize = "unicode61 remove_diacritics 2");
  INSERT INTO ticket_words (ticket_words, rank) VALUES ('secure-delete', 1);
  ${addTicket('TRUE')}
  ${addLines('TRUE')}
  CREATE TRIGGER ticket_opened_is_found AFTER INSERT ON tickets BEGIN
    ${addTicket('t.number = NEW.number')}
    ${addLines('t.number = NEW.number')}
  END;
  CREATE TRIGGER ticket_reworded_is_found AFTER UPDATE OF question, closing_note ON tickets
    WHEN NEW.question <> OLD.question OR NEW.closing_note IS NOT OLD.closing_note BEGIN
    DELETE FROM ticket_words WHERE rowid = NEW.number << ${NUMBER_BITS};
    ${addTicket('t.number = NEW.number')}
  END;
  CREATE TRIGGER ticket_moved_is_found AFTER UPDATE OF conversation_id, epoch ON tickets
    WHEN NEW.conversation_id <> OLD.conversation_id OR NEW.epoch <> OLD.epoch BEGIN
    DELETE FROM ticket_words
      WHERE rowid > NEW.number << ${NUMBER_BITS} AND rowid < (NEW.number + 1) << ${NUMBER_BITS};
    ${addLines('t.number = NEW.number')}
  END;
  CREATE TRIGGER line_added_is_found AFTER INSERT ON messages BEGIN ${addLines('m.id = NEW.id')} END;
  CREATE TRIGGER line_changed_is_found AFTER UPDATE OF text ON messages BEGIN
    ${removeLine('NEW')}
    ${addLines('m.id = NEW.id')}
  END;
  CREATE TRIGGER line_removed_is_not_found AFTER DELETE ON messages BEGIN ${removeLine('OLD')} END;
`;

/** The query for the numbers of tickets that hold each of `words`, at least one, anywhere in them. */
export function selectTicketsWith(words: readonly string[]): string {
  return words
    .map((_, index) => `SELECT rowid >> ${NUMBER_BITS} FROM ticket_words WHERE ticket_words MATCH :word${index}`)
    .join(' INTERSECT ');
}

/** What {@link selectTicketsWith} asks for: each word as it stands, which is no operator. */
export function wordParameters(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word, index) => [`word${index}`, `"${word}"`]));
}
