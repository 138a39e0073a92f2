/**
 * The full text of tickets: one row a ticket, of its number, question, closing note and the transcript of its period.
 * Triggers keep it in step within every transaction, whoever writes. The tokenizer takes case and diacritics away; đ has
 * none by Unicode, so it is exchanged. Each line rewrites its ticket's row, so that only the last 500 lines of a period
 * are in it: whoever writes without end must not make every further line dearer. `secure-delete` lets nothing
 * of an erased row stay in the index.
 */
const wordsWith = (line: string) => `replace(replace(
      t.number || ' ' || t.question || ' ' || COALESCE(t.closing_note, '') || ' ' || COALESCE(
        (SELECT group_concat(text, ' ') FROM
          (SELECT ${line} AS text FROM messages m WHERE m.conversation_id = t.conversation_id AND m.epoch = t.epoch
           ORDER BY m.id DESC LIMIT 500)), ''),
      'đ', 'd'), 'Đ', 'D')`;

const WHOLE_LINE = 'm.text';
/** What is sealed of a line stands behind its mark (`SEAL_MARK`, unit 31). */
const READABLE_LINE = 'substr(m.text, 1, instr(m.text || char(31), char(31)) - 1)';

/** A replacing insert would take over how the statement that fired the trigger meets conflicts, so the row goes first. */
const rewrite = (where: string, line: string) =>
  `DELETE FROM ticket_search WHERE rowid IN (SELECT t.number FROM tickets t WHERE ${where});
   INSERT INTO ticket_search (rowid, words) SELECT t.number, ${wordsWith(line)} FROM tickets t WHERE ${where};`;

const OF_THE_LINE = 't.conversation_id = NEW.conversation_id AND t.epoch = NEW.epoch';

const triggersFor = (line: string) => `
  CREATE TRIGGER ticket_opened_is_found AFTER INSERT ON tickets BEGIN ${rewrite('t.number = NEW.number', line)} END;
  CREATE TRIGGER ticket_changed_is_found AFTER UPDATE OF question, closing_note, conversation_id, epoch ON tickets
    WHEN NEW.question <> OLD.question OR NEW.closing_note IS NOT OLD.closing_note
      OR NEW.conversation_id <> OLD.conversation_id OR NEW.epoch <> OLD.epoch
    BEGIN ${rewrite('t.number = NEW.number', line)} END;
  CREATE TRIGGER line_added_is_found AFTER INSERT ON messages BEGIN ${rewrite(OF_THE_LINE, line)} END;
  CREATE TRIGGER line_changed_is_found AFTER UPDATE OF text ON messages BEGIN ${rewrite(OF_THE_LINE, line)} END;
`;

/** Makes the full text, fills it from what is there, and keeps it in step. Lines go only together with their ticket's words. */
export const CREATE_TICKET_SEARCH = `
  CREATE INDEX tickets_of_period ON tickets (conversation_id, epoch);
  CREATE VIRTUAL TABLE ticket_search USING fts5 (words, tokenize = "unicode61 remove_diacritics 2");
  INSERT INTO ticket_search (ticket_search, rank) VALUES ('secure-delete', 1);
  ${rewrite('TRUE', WHOLE_LINE)}
  ${triggersFor(WHOLE_LINE)}
`;

/** For a file whose triggers took in whole lines, before anything in them was sealed. */
export const LEAVE_OUT_SEALED = `
  DROP TRIGGER ticket_opened_is_found;
  DROP TRIGGER ticket_changed_is_found;
  DROP TRIGGER line_added_is_found;
  DROP TRIGGER line_changed_is_found;
  ${triggersFor(READABLE_LINE)}
`;

/** What filters ask for and what counting must see stands in each index, so that only rows shown are read. */
const SEEN = 'state, topic, channel, priority, opened_at, replied_at';

/** The indexes that answer the views of the list. */
export const CREATE_TICKET_VIEWS = `
  CREATE INDEX tickets_open ON tickets (list_order, id, ${SEEN}) WHERE state <> 'closed';
  CREATE INDEX tickets_held ON tickets (assignee, list_order, id, ${SEEN}) WHERE state <> 'closed';
  CREATE INDEX tickets_crisis ON tickets (list_order, id, ${SEEN}) WHERE state <> 'closed' AND priority = 'urgent';
  CREATE INDEX tickets_owed ON tickets (due_at, id, ${SEEN}) WHERE state <> 'closed' AND replied_at IS NULL;
  CREATE INDEX tickets_done ON tickets (closed_at, id, ${SEEN}) WHERE state = 'closed';
`;

/** When staff owe the citizen words, as `owedAt` of the bot says it, and of which tickets they owe any. */
export const OWED_AT = 'CASE WHEN replied_at IS NULL THEN due_at ELSE news_due_at END';
export const OWES = `state <> 'closed' AND state <> 'waiting'`;

/** For a file that knew the first reply alone, and whose lists were the same for everybody: holders see more. */
export const INDEX_ALL_OWED = `
  DROP INDEX tickets_owed;
  DROP INDEX tickets_open;
  DROP INDEX tickets_crisis;
  CREATE INDEX tickets_open ON tickets (list_order, id, ${SEEN}, assignee) WHERE state <> 'closed';
  CREATE INDEX tickets_crisis ON tickets (list_order, id, ${SEEN}, assignee)
    WHERE state <> 'closed' AND priority = 'urgent';
  CREATE INDEX tickets_owing ON tickets ((${OWED_AT}), id, ${SEEN}, assignee) WHERE ${OWES};
`;
