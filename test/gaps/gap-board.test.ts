import { describe, expect, it } from 'vitest';
import { anonymousQuestion, typicalQuestions } from '../../bot/gaps/anonymous-question.ts';
import { gapBoard, statusOf } from '../../bot/gaps/gap-board.ts';
import { approved, proposed, withdrawn } from '../../bot/gaps/gap-changes.ts';
import { aGap, aGapAnswer, aGapQuestion } from '../builders/gaps.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 26, 3);
const asked = (gapId: string, person: string, daysAgo: number) =>
  aGapQuestion({ id: `${gapId}-${person}-${daysAgo}`, gapId, conversationId: person, at: NOW - daysAgo * DAY });

describe('the board', () => {
  const gaps = ['few', 'many', 'old', 'rising'].map((id) => aGap({ id }));
  const people = ['a', 'b', 'c', 'd'];
  const questions = [
    ...['a', 'a', 'a', 'a', 'a'].map((person, index) => asked('few', person, 10 + index / 10)),
    ...people.map((person) => asked('many', person, 10)),
    ...people.map((person) => asked('old', person, 100)),
    ...people.map((person) => asked('rising', person, 2)),
  ];

  it('ranks by people, then by how lately and how increasingly they ask', () => {
    expect(gapBoard(gaps, questions, NOW).map(({ gap }) => gap.id)).toEqual(['rising', 'many', 'few', 'old']);
  });

  it('counts a person once, and the questions of this week and the last', () => {
    const [few] = gapBoard([aGap({ id: 'few' })], questions, NOW);
    expect(few).toMatchObject({ people: 1, questions: 5, recent: 0, before: 5 });
  });

  it('keeps what is answered at the end, until somebody asks for it again', () => {
    const used = aGapAnswer({ state: 'in-use', usedSince: NOW - DAY });
    const answered = aGap({ id: 'rising', answers: [used] });
    expect(gapBoard([answered, aGap({ id: 'old' })], questions, NOW).map(({ gap }) => gap.id)).toEqual([
      'old',
      'rising',
    ]);
    const [first] = gapBoard([answered, aGap({ id: 'old' })], [...questions, asked('rising', 'e', 0)], NOW);
    expect(first).toMatchObject({ gap: { id: 'rising' }, sinceAnswer: 1 });
  });

  it('brings an answer up for review before it ends and after, and never drops it', () => {
    const until = (expiresOn: string) => aGap({ answers: [aGapAnswer({ state: 'in-use', usedSince: 1, expiresOn })] });
    expect(statusOf(until('2027-06-30'), NOW)).toBe('answered');
    expect(statusOf(until('2026-12-05'), NOW)).toBe('review');
    expect(statusOf(until('2026-11-26'), NOW)).toBe('expired');
    expect(gapBoard([until('2026-11-26')], [], NOW)).toHaveLength(1);
  });
});

describe('an answer of the office', () => {
  const written = aGapAnswer();
  const waiting = aGap({ answers: [written] });

  it('is not approved by who wrote it', () => {
    expect(approved(waiting, 'lan', NOW)).toEqual({ ok: false, problem: 'own-answer' });
    expect(approved(waiting, 'minh', NOW)).toMatchObject({ ok: true, gap: { answers: [{ state: 'approved' }] } });
  });

  it('needs a source and a day to come', () => {
    expect(proposed(aGap(), 'lan', { ...written, source: '' }, NOW)).toEqual({ ok: false, problem: 'no-source' });
    expect(proposed(aGap(), 'lan', { ...written, expiresOn: '2026-11-26' }, NOW)).toMatchObject({
      problem: 'past-day',
    });
    expect(proposed(aGap(), 'lan', { ...written, expiresOn: '2026-02-30' }, NOW)).toMatchObject({ problem: 'bad-day' });
  });

  it('that waits is replaced by the next one; one in use stays until the next is', () => {
    const again = proposed(waiting, 'hoa', { ...written, text: 'Khác.' }, NOW);
    expect(again).toMatchObject({ gap: { answers: [{ number: 1, author: 'hoa', text: 'Khác.' }] } });
    const used = aGap({ answers: [aGapAnswer({ state: 'in-use' })] });
    expect(proposed(used, 'hoa', written, NOW)).toMatchObject({
      gap: { answers: [{ state: 'in-use' }, { number: 2 }] },
    });
    expect(withdrawn(used, 'minh', NOW)).toMatchObject({ gap: { answers: [{ state: 'withdrawn' }] } });
  });
});

describe('a question that anybody may read', () => {
  it('tells no numbers, addresses and names of people', () => {
    const told = [
      'Con tôi là Nguyễn Văn An học lớp 3A, gọi 0912 345 678 nhé',
      'chau nguyen thi mai lop 2 be boi the nao',
      'con em tên là an lớp 4',
      'gửi về an.mai@gmail.com giúp em',
    ].map(anonymousQuestion);
    expect(told.join(' ')).not.toMatch(/nguy[eễ]n|\bAn\b|\bmai\b|0912|gmail|l[aà] an/i);
    expect(told[0]).toBe('Con tôi là [tên người] học lớp 3A, gọi [số điện thoại] nhé');
  });

  it('keeps names of kinds of school whole beside a name of their own', () => {
    expect(anonymousQuestion('trường THCS Phan Đình Phùng tuyển lớp 6 khi nào')).toBe(
      'trường THCS [tên riêng] tuyển lớp 6 khi nào',
    );
    expect(anonymousQuestion('trường THCS Mẫu có bể bơi không')).toBe('trường THCS Mẫu có bể bơi không');
  });

  it('comes first where most others say the same, and once', () => {
    const questions = ['be boi o dau', 'Bể bơi ở đâu?', 'nhà em ở xa, chiều thứ ba cháu đi học vẽ'].map((text, index) =>
      aGapQuestion({ id: String(index), text }),
    );
    expect(typicalQuestions(questions, 2)[0]).toMatch(/b[eể] b[oơ]i/i);
  });
});
