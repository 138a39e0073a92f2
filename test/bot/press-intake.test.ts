import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { readPressSlots } from '../../bot/press-intake/read-slots.ts';
import { PRESS_NOTED, PRESS_QUESTIONS } from '../../bot/press-intake/sentences.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { runPlainTurn } from '../builders/plain-turns.ts';

const AN = 'web:web:an';
const NOW = Date.UTC(2026, 10, 24, 2);

let stores: StateEngine;
let turns: number;
beforeEach(() => {
  stores = engineInMemory();
  turns = 0;
});
afterEach(() => stores.close());

/** Says something and gives what the bot said to it, `null`: nothing. */
async function say(text: string): Promise<string | null> {
  const said = { conversationId: AN, text, at: NOW };
  await runPlainTurn(stores, said, { now: () => NOW, newId: () => `turn-${++turns}` });
  const line = (await stores.records.transcript(AN, 0, 100)).at(-1);
  return line?.author === 'bot' ? line.text : null;
}

const PRESS = 'Tôi là phóng viên, xin phỏng vấn lãnh đạo về vụ thu tiền đầu năm';

describe('somebody of the press who waits', () => {
  it('is asked for outlet, contact and deadline, each once, and told that it is noted', async () => {
    await say(PRESS);
    expect(await say('Có đúng là trường đã thu 2 triệu không?')).toContain(PRESS_QUESTIONS.outlet);
    expect(await say('Báo Sông Hồng')).toContain(PRESS_QUESTIONS.contact);
    expect(await say('0912 345 678')).toContain(PRESS_QUESTIONS.deadline);
    expect(await say('trước 17h ngày mai')).toContain(PRESS_NOTED);
    expect(await say('Trường nói gì về việc này?')).not.toContain(PRESS_NOTED);
  });

  it('is asked only for what is missing', async () => {
    await say('Tôi là phóng viên báo Sông Hồng, xin phỏng vấn lãnh đạo, hạn chót 15h hôm nay');
    expect(await say('Xin cảm ơn')).toContain(PRESS_QUESTIONS.contact);
    expect(await say('an@songhong.example')).toContain(PRESS_NOTED);
  });

  it('makes the matter one of the press, whatever it was before', async () => {
    await say('Cho tôi gặp cán bộ');
    await say(PRESS);
    expect(await stores.records.tickets('open', '', 1)).toMatchObject([{ topic: 'press', priority: 'high' }]);
  });

  it('is asked nothing once a person took over', async () => {
    await say(PRESS);
    const [ticket] = await stores.records.tickets('open', '', 1);
    await stores.records.claim(ticket?.id ?? '', 'hoa', NOW);
    expect(await say('Báo Sông Hồng')).toBeNull();
  });

  it('gets the hotlines, not a question, where a child is in danger', async () => {
    await say(PRESS);
    expect(await say('Có một cháu bé đang bị đánh chảy máu ở cổng trường, cứu cháu với')).toContain('113');
  });
});

describe('what is read of a request', () => {
  const read = (...texts: readonly string[]) => readPressSlots(texts.map((text) => ({ author: 'citizen', text })));

  it.each([
    ['Tôi là PV Báo Tuổi Trẻ Thủ Đô, xin số liệu', { outlet: 'Báo Tuổi Trẻ Thủ Đô' }],
    ['em bên VTV24 ạ, sđt 0987.654.321', { outlet: 'VTV24', contact: '0987.654.321' }],
    ['toi la phong vien vnexpress, mail lan@vne.example', { outlet: 'vnexpress', contact: 'lan@vne.example' }],
    ['Xin phản hồi trước 16h30 chiều nay', { deadline: 'trước 16h30 chiều nay' }],
    ['cần bài trong hôm nay', { deadline: 'trong hôm nay' }],
    ['9h sáng mai lên sóng', { deadline: '9h sáng mai' }],
    ['con tôi học lớp 3, trước đây học trường khác', { outlet: null, contact: null, deadline: null }],
  ])('«%s»', (text, slots) => {
    expect(read(text)).toMatchObject(slots);
  });

  it('an answer to a question counts as it stands', () => {
    expect(
      readPressSlots([
        { author: 'us', text: PRESS_QUESTIONS.outlet },
        { author: 'citizen', text: 'tạp chí phụ huynh online' },
        { author: 'us', text: PRESS_QUESTIONS.deadline },
        { author: 'citizen', text: 'càng sớm càng tốt' },
      ]),
    ).toEqual({ outlet: 'tạp chí phụ huynh online', contact: null, deadline: 'càng sớm càng tốt' });
  });
});
