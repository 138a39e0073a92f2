import { describe, expect, it } from 'vitest';
import { type Entities, levelMeant, readEntities } from '../../knowledge/question/entities.ts';

const NOTHING: Entities = {
  grades: [],
  levels: [],
  agesInMonths: [],
  birthYears: [],
  schoolKinds: [],
};

describe('the entities of a message', () => {
  it.each<[string, Partial<Entities>]>([
    ['học phí lớp một trường công', { grades: [1], levels: ['tiểu học'], schoolKinds: ['công lập'] }],
    ['hoc phi lop 6', { grades: [6], levels: ['trung học cơ sở'] }],
    ['lớp 6A2 nghỉ học', { grades: [6], levels: ['trung học cơ sở'] }],
    ['từ lớp 6 đến lớp 9', { grades: [6, 7, 8, 9], levels: ['trung học cơ sở'] }],
    ['lớp 1, 2 và 3', { grades: [1, 2, 3], levels: ['tiểu học'] }],
    ['thi vào 10 mấy môn', { grades: [10], levels: ['trung học phổ thông'] }],
    ['lớp 3 tuổi trường tư', { agesInMonths: [36], schoolKinds: ['tư thục'] }],
    ['lớp lá học mấy buổi', { levels: ['mầm non'] }],
    ['trường trung cấp nghề', { levels: ['nghề'] }],
    ['trường ngoài công lập', { schoolKinds: ['tư thục'] }],
    ['bé 15 tháng gửi nhà trẻ', { levels: ['mầm non'], agesInMonths: [15] }],
    ['bé ba tuổi rưỡi', { agesInMonths: [42] }],
    ['đóng học phí 9 tháng', {}],
    ['sinh năm 2020', { birthYears: [2020] }],
    ['cháu sn 15/9/2020', { birthYears: [2020] }],
    ['số 2020-2025', {}],
  ])('«%s»', (text, expected) => {
    expect(readEntities(text)).toEqual({ ...NOTHING, ...expected });
  });
});

describe('the level that a message means', () => {
  it.each([
    ['lớp 3', '2026-11-24', 'tiểu học'],
    ['cấp 1', '2026-11-24', 'tiểu học'],
    ['sinh năm 2020', '2026-11-24', 'tiểu học'],
    ['sinh năm 2015', '2026-11-24', 'trung học cơ sở'],
    ['sinh năm 2021', '2026-11-24', 'mầm non'],
    ['sinh năm 2020', '2026-05-31', 'mầm non'],
    ['sinh năm 2020', '2026-06-01', 'tiểu học'],
    ['bé 15 tháng', '2026-11-24', 'mầm non'],
    ['cháu 16 tuổi', '2026-11-24', 'trung học phổ thông'],
    ['sinh năm 2000', '2026-11-24', null],
    ['học phí bao nhiêu', '2026-11-24', null],
  ])('«%s» on %s is %s', (text, day, level) => {
    expect(levelMeant(readEntities(text), day)).toBe(level);
  });
});
