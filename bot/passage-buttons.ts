import { sourceLine } from '../knowledge/answering/compose-reply.ts';
import { readPiece } from '../knowledge/answering/reading-piece.ts';
import { REPLIES } from './policy/replies.ts';
import { PAYLOADS, readOn } from './quick-replies.ts';
import { chat, type TurnDecision, type TurnKnowledge } from './turn-decision.ts';

/** A phone screen of text, in characters. */
const ROOM = 600;
const READ_ON = new RegExp(`^${PAYLOADS.readOn}(\\d{1,6}):(.+)$`, 'u');

/** The words behind «Xem nguồn» (a passage from its beginning) and «Xem thêm» (from where the last piece ended). */
export function fromPassageButton(payload: string, knowledge: TurnKnowledge): TurnDecision | null {
  if (payload.startsWith(PAYLOADS.source)) return showPassage(payload.slice(PAYLOADS.source.length), 0, knowledge);
  const [, from, id] = READ_ON.exec(payload) ?? [];
  return from === undefined || id === undefined ? null : showPassage(id, Number(from), knowledge);
}

function showPassage(id: string, from: number, knowledge: TurnKnowledge): TurnDecision {
  const found = knowledge.passage(id);
  if (found === null || from >= found.passage.text.length) return chat('button:source-gone', REPLIES.sourceGone);
  const { passage, document } = found;
  const { words, next } = readPiece(passage.text, from, ROOM);
  const link = knowledge.link(passage);
  return chat(
    from === 0 ? 'button:source' : 'button:read-on',
    [
      `Dạ, ${from === 0 ? 'nguyên văn' : 'phần tiếp theo của'} ${sourceLine(document, passage.address)}:`,
      words,
      ...(link === null ? [] : [`Xem toàn văn: ${link}`]),
    ].join('\n\n'),
    next === null ? [] : [readOn(id, next)],
  );
}
