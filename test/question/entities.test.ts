import { describe, expect, it } from 'vitest';
import { type Entities, readEntities } from '../../knowledge/question/entities.ts';
import { schoolingOf, schoolYearStart } from '../../knowledge/question/school-years.ts';
import { readAmounts } from '../../knowledge/text/vietnamese-numbers.ts';

const NOTHING: Entities = {
  grades: [],
  levels: [],
  agesInMonths: [],
  birthYears: [],
  amounts: [],
  schoolYears: [],
  wards: [],
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
    ['năm học 26-27 và 2027 - 2028', { schoolYears: ['2026-2027', '2027-2028'] }],
    ['số 2020-2025', {}],
    ['nhà ở phường Cống Vị', { wards: [{ name: 'Cống Vị', today: ['Ngọc Hà', 'Giảng Võ'] }] }],
    ['quê em ở Vĩnh Phúc', {}],
    ['học phí 1tr2', { amounts: [1_200_000] }],
  ])('«%s»', (text, expected) => {
    expect(readEntities(text)).toEqual({ ...NOTHING, ...expected });
  });
});

describe('amounts', () => {
  it.each<[string, number[]]>([
    ['ba mươi lăm nghìn một bữa', [35_000]],
    ['35k', [35_000]],
    ['35.000đ và 1.200.000 đồng', [35_000, 1_200_000]],
    ['1tr2 hay 2tr350', [1_200_000, 2_350_000]],
    ['1 triệu rưỡi', [1_500_000]],
    ['1,5 triệu', [1_500_000]],
    ['hai triệu ba một tháng', [2_300_000]],
    ['hai triệu ba tháng', [2_000_000]],
    ['một trăm linh năm nghìn', [105_000]],
    ['hai triệu ba trăm nghìn đồng', [2_300_000]],
    ['5 củ', [5_000_000]],
    ['lớp 5 có 35 bạn, năm học hai buổi', []],
  ])('of «%s»', (text, expected) => {
    expect(readAmounts(text)).toEqual(expected);
  });
});

describe('school years', () => {
  it.each([
    [2020, { stage: 'phổ thông', grade: 1 }],
    [2015, { stage: 'phổ thông', grade: 6 }],
    [2021, { stage: 'mẫu giáo' }],
    [2024, { stage: 'nhà trẻ' }],
    [2000, { stage: 'none' }],
  ] as const)('give a child born in %i its class of 2026-2027', (born, schooling) => {
    expect(schoolingOf(born, 2026)).toEqual(schooling);
  });

  it('begin to count when the next classes enrol', () => {
    expect(schoolYearStart('2026-05-31')).toBe(2025);
    expect(schoolYearStart('2026-06-01')).toBe(2026);
  });
});
