import { describe, expect, it } from 'vitest';
import { startAskedBot } from '../builders/asked-bot.ts';
import { aDocument, aPassage } from '../builders/documents.ts';

const LEVELS = ['mầm non', 'tiểu học', 'trung học cơ sở'];
const QUESTION = 'một ngày giáo viên chủ nhiệm dạy mấy tiết';

/** Charters of schools, one a level, that rule alike; `title` of the charter of a level. */
function startBot(title: (level: string) => string = (level) => `Điều lệ trường ${level}`) {
  const documents = LEVELS.map((level, index) =>
    aDocument({ id: `d${index}`, number: `${index + 1}/2026/TT-BGDĐT`, title: title(level) }),
  );
  const passages = documents.map(({ id }, index) =>
    aPassage(`Giáo viên chủ nhiệm dạy ${index + 2} tiết một ngày.`, { id: `${id}#1`, documentId: id }),
  );
  const other = aDocument({ id: 'other', number: '9/2026/TT-BGDĐT', title: 'Quy định về trang phục' });
  return startAskedBot(
    [...documents, other],
    [...passages, aPassage('Học sinh mặc đồng phục.', { id: 'other#1', documentId: 'other' })],
  );
}

describe('a question that leaves the level open', () => {
  it('is asked back in one short sentence with the levels to tap', async () => {
    const decision = await startBot().say(QUESTION);
    expect(decision).toMatchObject({
      outcome: 'chat',
      topic: null,
      decidedBy: 'clarify:level',
      reply: 'Dạ, anh/chị hỏi cho cấp học nào ạ?',
      ticket: null,
      citations: [],
    });
    expect(decision.quickReplies.map(({ title }) => title)).toEqual([
      'Tiểu học',
      'THCS',
      'THPT',
      'Mầm non',
      'Gặp cán bộ',
    ]);
  });

  it.each([
    ['tiểu học ạ', null, 'd1'],
    ['cấp 1', null, 'd1'],
    ['cap 1 a', null, 'd1'],
    ['lớp 3', null, 'd1'],
    ['dạ cháu học lớp 7 ạ', null, 'd2'],
    ['thcs', null, 'd2'],
    ['2', null, 'd2'],
    ['bé nhà em 4 tuổi', null, 'd0'],
    ['cháu sinh năm 2023', null, 'd0'],
    ['Mầm non', 'SAY:mầm non', 'd0'],
    ['', 'SAY:trung học cơ sở', 'd2'],
  ])('is answered once the citizen says «%s»', async (text, payload, document) => {
    const bot = startBot();
    await bot.say(QUESTION);
    const decision = await bot.say(text, payload);
    expect(decision.outcome).toBe('answered');
    expect(decision.citations[0]?.documentId).toBe(document);
  });

  it('does not hide a child in danger in the reply', async () => {
    const bot = startBot();
    await bot.say(QUESTION);
    expect(await bot.say('lớp 3 ạ, cháu bị bạn đánh chảy máu đầu')).toMatchObject({ outcome: 'crisis' });
  });

  it('is not asked back twice in a row', async () => {
    const bot = startBot();
    await bot.say(QUESTION);
    expect((await bot.say('giáo viên chủ nhiệm dạy mấy tiết một ngày ạ')).decidedBy).not.toMatch(/^clarify/);
  });

  it('gives way to another question', async () => {
    const bot = startBot();
    await bot.say(QUESTION);
    const decision = await bot.say('học sinh mặc đồng phục gì');
    expect(decision.citations.map(({ documentId }) => documentId)).toEqual(['other']);
  });

  it('and reaches a person by the last number of the menu', async () => {
    const bot = startBot();
    await bot.say(QUESTION);
    expect(await bot.say('5')).toMatchObject({ outcome: 'escalated', topic: 'human_request' });
  });

  it('is answered at once where it names the level, the class or the age', async () => {
    for (const text of [`${QUESTION} ở tiểu học`, `lớp 3 ${QUESTION}`, `cháu 4 tuổi, ${QUESTION}`])
      expect((await startBot().say(text)).decidedBy).not.toMatch(/^clarify/);
  });

  it('is answered at once where the rules are not made for levels', async () => {
    expect((await startBot(() => 'Quy định về giáo viên').say(QUESTION)).decidedBy).not.toMatch(/^clarify/);
  });
});

describe('a question that leaves the kind of school open', () => {
  it('is asked back, and answered for the kind that is tapped', async () => {
    const kinds = ['công lập', 'tư thục'];
    const documents = kinds.map((kind, index) =>
      aDocument({ id: `d${index}`, number: `${index + 1}/2026/TT-BGDĐT`, title: `Quy chế trường ${kind}` }),
    );
    const passages = documents.map(({ id }, index) =>
      aPassage(`Hội đồng trường họp ${index + 2} lần một năm.`, { id: `${id}#1`, documentId: id }),
    );
    const bot = startAskedBot(documents, passages);
    const asked = await bot.say('hội đồng trường họp mấy lần một năm');
    expect(asked).toMatchObject({
      decidedBy: 'clarify:school',
      reply: 'Dạ, anh/chị hỏi cho trường công lập hay trường tư thục ạ?',
    });
    const decision = await bot.say('Trường tư thục', asked.quickReplies[1]?.payload ?? null);
    expect(decision.citations[0]?.documentId).toBe('d1');
  });
});

describe('buttons', () => {
  it('fit the strictest platform: titles of at most 20 characters, at most 13 of them', async () => {
    const { quickReplies } = await startBot().say(QUESTION);
    expect(quickReplies.length).toBeLessThanOrEqual(13);
    for (const { title } of quickReplies) expect(title.length).toBeLessThanOrEqual(20);
  });
});
