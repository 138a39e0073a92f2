import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPiece } from '../../knowledge/answering/reading-piece.ts';
import { startAskedBot } from '../builders/asked-bot.ts';
import { aDocument, aPassage } from '../builders/documents.ts';

const QUESTION = 'hồ sơ thành lập trường gồm giấy tờ gì';
const OTHER = aPassage('Học sinh mặc đồng phục.', { id: 'other#1', documentId: 'other' });
const DOCUMENTS = [aDocument(), aDocument({ id: 'other', number: '9/2026/TT-BGDĐT', title: 'Điều lệ' })];

/** Papers to found a school: a lead and items of about 60 characters. */
function checklist(items: number) {
  const lead = { address: 'Điều 5, khoản 1', text: '1. Hồ sơ thành lập trường gồm:' };
  const parts = Array.from({ length: items }, (_, index) => ({
    address: `Điều 5, khoản 1, điểm ${index + 1}`,
    text: `${index + 1}) Giấy tờ thứ ${index + 1} của người đứng đơn, có xác nhận của nơi cấp;`,
  }));
  const text = [lead, ...parts].map((part) => part.text).join('\n');
  return aPassage(text, { parts: [lead, ...parts], address: 'Điều 5, khoản 1' });
}

describe('a long passage', () => {
  it('that is a checklist is quoted whole as long as it fits a longer screen', async () => {
    const passage = checklist(12);
    expect(passage.text.length).toBeGreaterThan(700);
    const decision = await startAskedBot(DOCUMENTS, [passage, OTHER]).say(QUESTION);
    expect(decision.reply).toContain('12) Giấy tờ thứ 12');
    expect(decision.quickReplies.map(({ title }) => title)).toEqual(['Xem nguồn', 'Gặp cán bộ']);
  });

  it('is cut at the end of an item, and the rest comes in pieces with the source', async () => {
    const passage = checklist(30);
    const bot = startAskedBot(DOCUMENTS, [passage, OTHER]);
    let decision = await bot.say(QUESTION);
    expect(decision.reply?.length).toBeLessThan(800);
    const shown = [decision.reply ?? ''];
    for (let tap = 0; tap < 10; tap += 1) {
      const more = decision.quickReplies.find(({ title }) => title === 'Xem thêm');
      if (more === undefined) break;
      decision = await bot.say(more.title, more.payload);
      expect(decision).toMatchObject({ outcome: 'chat', decidedBy: 'button:read-on' });
      expect(decision.reply).toContain('Thông tư 1/2026/TT-BGDĐT');
      expect(decision.reply).toMatch(/;$/u);
      shown.push(decision.reply ?? '');
    }
    for (const { text } of passage.parts) expect(shown.join('\n')).toContain(text);
  });

  it('is read on by typing the words of the button or its number too', async () => {
    for (const typed of ['xem thêm', 'Xem them', '1']) {
      const bot = startAskedBot(DOCUMENTS, [checklist(30), OTHER]);
      await bot.say(QUESTION);
      expect((await bot.say(typed)).decidedBy).toBe('button:read-on');
    }
  });

  it('is not read on behind its end or in a text that is gone', async () => {
    const bot = startAskedBot(DOCUMENTS, [OTHER]);
    for (const payload of ['MORE:9999:other#1', 'MORE:0:gone#1', 'SOURCE:gone#1'])
      expect((await bot.say('', payload)).decidedBy).toBe('button:source-gone');
  });
});

describe('pieces of a text', () => {
  it('hold all of its words in order, none longer than the room', () => {
    const words = fc.array(fc.constantFrom('một', 'hai.', 'ba;', 'bốn\n', 'x'.repeat(30)), { maxLength: 80 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 60 }), (list, room) => {
        const text = list.join(' ');
        const pieces: string[] = [];
        for (let from: number | null = 0; from !== null; ) {
          const piece: ReturnType<typeof readPiece> = readPiece(text, from, room);
          expect(piece.words.length).toBeLessThanOrEqual(room);
          pieces.push(piece.words);
          from = piece.next;
        }
        expect(pieces.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
