import { describe, expect, it } from 'vitest';
import { figuresOfTurn } from '../../bot/reporting/figures.ts';
import { forecastNext } from '../../bot/reporting/forecast.ts';
import { matterOfQuestion } from '../../bot/reporting/matter.ts';
import { monthAfter, periodOf } from '../../bot/reporting/month.ts';
import { suppress } from '../../bot/reporting/suppress.ts';
import { createTypicalQuestions } from '../../bot/reporting/typical-questions.ts';

const count = (turns: number, people = turns) => ({ turns, people });
const hidden = (rows: ReturnType<typeof count>[], summed = true) => suppress(rows, summed).map(({ turns }) => turns);

/** Months without gaps up to 2026-10. */
function history(...turns: number[]) {
  return turns.map((each, index) => ({ month: monthAfter('2026-10', index + 1 - turns.length), turns: each }));
}

describe('counts of few people', () => {
  it('are hidden from one to four, not nought and not five', () => {
    expect(hidden([count(0), count(1), count(4), count(5)])).toEqual([0, 'few', 'few', 5]);
  });

  it('take a second one along where the sum would give a single one away', () => {
    expect(hidden([count(3), count(9), count(40)])).toEqual(['few', 'withheld', 40]);
    expect(hidden([count(3), count(9), count(40)], false)).toEqual(['few', 9, 40]);
  });

  it('hide many messages of few people too', () => {
    expect(hidden([count(30, 2), count(8), count(9)])).toEqual(['withheld', 'withheld', 9]);
  });
});

describe('what the office said of a claim that goes round', () => {
  it('counts by kind and by claim, and what was held back counts as no gap of the documents', () => {
    const turn = {
      turnId: 't',
      conversationId: 'c',
      channel: 'web',
      at: 0,
      outcome: 'answered',
      topic: 'rumour',
      priority: null,
      decidedBy: 'statement:refuted:s1',
      question: '',
    } as const;
    expect(figuresOfTurn(turn)).toEqual(expect.arrayContaining(['statement:refuted', 'finding:s1']));
    const held = figuresOfTurn({ ...turn, outcome: 'abstained', decidedBy: 'statement:holding:s2' });
    expect(held).toContain('statement:holding');
    expect(held.filter((figure) => /^(?:unanswered|finding)/.test(figure))).toEqual([]);
  });
});

describe('a typical question', () => {
  it('shows words that five people wrote, and no pair of words that fewer did', () => {
    const questions = createTypicalQuestions();
    for (const name of ['Nguyễn An', 'Lê Bình', 'Trần Cúc', 'Phạm Duy', 'Vũ Em']) {
      questions.add('học phí', `Học phí của con tôi ${name} bao nhiêu tiền một tháng`, name);
    }
    expect(questions.typicalOf('học phí')).toBe('Học phí của con tôi … bao nhiêu tiền một tháng');
  });

  it('is not given where fewer people asked', () => {
    const questions = createTypicalQuestions();
    for (const name of ['a', 'b', 'c', 'd']) questions.add('học phí', 'Học phí bao nhiêu tiền', name);
    expect(questions.typicalOf('học phí')).toBeNull();
  });
});

describe('a forecast', () => {
  it('takes the season of last year with its growth where there is one', () => {
    const lastYear = [500, 500, 400, 400, 400, 400, 400, 400, 500, 500, 500, 1_000];
    const found = forecastNext(history(...lastYear, 400, 400, 400, 400, 400, 400, 400, 400, 400, 1_000, 1_000, 1_000));
    expect(found).toEqual({ method: 'season', month: '2026-11', low: expect.any(Number), high: expect.any(Number) });
  });

  it('takes the spread of six months without one, and says nothing from fewer or emptier months', () => {
    expect(forecastNext(history(300, 310, 290, 305, 333, 300))).toEqual({
      method: 'recent',
      month: '2026-11',
      low: 290,
      high: 340,
    });
    expect(forecastNext(history(310, 290, 305, 333, 300))).toBeNull();
    expect(forecastNext(history(300, 310, 20, 305, 333, 300))).toBeNull();
  });
});

describe('a month', () => {
  it('is that of the clocks in Vietnam', () => {
    expect(periodOf('2026-11')).toEqual({ from: Date.UTC(2026, 9, 31, 17), until: Date.UTC(2026, 10, 30, 17) });
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
  });
});

describe('the matter of a question', () => {
  it('is the first that it names, with or without diacritics', () => {
    expect(matterOfQuestion('Cho hỏi miễn học phí và bán trú')).toBe('miễn học phí');
    expect(matterOfQuestion('tien an ban tru bao nhieu')).toBe('tiền ăn');
    expect(matterOfQuestion('Chào buổi sáng')).toBe('khác');
  });
});
