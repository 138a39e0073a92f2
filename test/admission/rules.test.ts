import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTable } from '../../knowledge/admission/check-table.ts';
import { decideAdmission, type FamilyFacts } from '../../knowledge/admission/decide.ts';
import { placeNames } from '../../knowledge/admission/read-address.ts';
import { readFacts } from '../../knowledge/admission/read-facts.ts';
import type { AdmissionTable } from '../../knowledge/admission/table.ts';
import { ADMISSION_DAY, anAge, aSource, aTable, aZone, sampleTable } from '../builders/admission-table.ts';
import { comparePlacements } from '../measures/admission/compare-placements.ts';

/** What the rules say to a message alone: the school, what is asked for, or why staff must look. */
function decide(table: AdmissionTable, message: string, more: Partial<FamilyFacts> = {}): string {
  const facts = { ...readFacts(message, placeNames(table), null), ...more };
  const decision = decideAdmission(table, facts, ADMISSION_DAY);
  if (decision.kind === 'placed') return decision.placement.zone.schools.join('; ');
  return decision.kind === 'needs' ? `? ${decision.slot}` : `staff: ${decision.reason}`;
}

const ON_STREET = aTable({
  wards: [{ source: aSource('wards', 2), name: 'Đội Cấn', ward: 'Ngọc Hà' }],
  zones: [
    aZone(2, { street: 'Đội Cấn', side: 'odd', schools: ['Trường Lẻ'] }),
    aZone(3, { street: 'Đội Cấn', side: 'even', houseTo: 98, schools: ['Trường Chẵn'] }),
    aZone(4, { ward: 'Ba Đình', neighbourhoods: [1, 2], schools: ['Trường Tổ'] }),
    aZone(5, { ward: 'Ba Đình', neighbourhoods: [3], schools: ['Trường Tổ Ba'] }),
  ],
});

describe('the admission rules', () => {
  it.each([
    ['con em sinh 2020 ở ngõ 12 Đội Cấn', 'Trường Chẵn'],
    ['sn 2020 ngo 12 doi can p ngoc ha', 'Trường Chẵn'],
    ['bé sn 15.8.2020, số 5 ngách 3 ngõ 123 Đội Cấn', 'Trường Lẻ'],
    ['be 2k20 12/5 doi can', 'Trường Chẵn'],
    ['cháu sinh ngày 1 tháng 2 năm 2020, phố Đội Cấn số 45', 'Trường Lẻ'],
    ['bé sinh 1/2020, tdp 3 phường Ba Đình', 'Trường Tổ Ba'],
    ['be sinh thang 3/2020', '? address'],
    ['vào lớp 1, 12 Đội Cấn', 'Trường Chẵn'],
    ['12 Đội Cấn', '? birth'],
    ['sinh 2020 ở phố Đội Cấn', '? number'],
    ['sinh 2020 ở phường Ba Đình', '? neighbourhood'],
    ['sinh 2020 ở tổ 2', '? address'],
    ['sinh 2020 ở phường Đội Cấn', '? address'],
    ['sinh 2016 ở 12 Đội Cấn', 'staff: no-class'],
    ['sinh 2020 ở 100 Đội Cấn, phường Ngọc Hà', 'staff: no-zone'],
    ['sinh 2020 vào lớp 6 ở 12 Đội Cấn', 'staff: other-class'],
  ])('answer «%s» with %s', (message, answer) => {
    expect(decide(ON_STREET, message)).toBe(answer);
  });

  it('ask for the day where a year of birth leads to two classes', () => {
    const ages = [anAge(2, { bornTo: '2020-08-31' }), anAge(3, { grade: 'Lớp 0', bornFrom: '2020-09-01' })];
    expect(decide(aTable({ ages }), 'sinh 2020 phường Ngọc Hà')).toBe('? birthday');
    expect(decide(aTable({ ages }), 'sinh 1/9/2020 vào lớp 1 phường Ngọc Hà')).toBe('staff: other-class');
  });

  it('leave to staff what two rows say differently, and exceptions', () => {
    const zones = [aZone(2), aZone(3, { schools: ['Trường B'] })];
    expect(decide(aTable({ zones }), 'sinh 2020 phường Ngọc Hà')).toBe('staff: two-schools');
    const ages = [anAge(2), anAge(3, { bornFrom: '2019-01-01', bornTo: '2019-12-31', asksStaff: true })];
    expect(decide(aTable({ ages }), 'sinh 2019 phường Ngọc Hà')).toBe('staff: exception');
    const classes = [anAge(2), anAge(3, { grade: 'Lớp 6' })];
    expect(decide(aTable({ ages: classes }), 'sinh 2020 phường Ngọc Hà')).toBe('staff: two-classes');
  });

  it('ask for the ward where a street alone does not tell it', () => {
    const zones = [aZone(2, { street: 'Kim Mã', ward: 'Giảng Võ' }), aZone(3, { ward: 'Ngọc Hà', schools: ['B'] })];
    expect(decide(aTable({ zones }), 'sinh 2020 số 7 phố Kim Mã')).toBe('? ward');
    expect(decide(aTable({ zones }), 'sinh 2020 số 7 phố Kim Mã phường Ngọc Hà')).toBe('B');
  });

  it('follow only rows whose document is in force', () => {
    const zones = [aZone(2, { source: aSource('zones', 2, { until: ADMISSION_DAY }) })];
    expect(decide(aTable({ zones }), 'sinh 2020 phường Ngọc Hà')).toBe('staff: no-zone');
  });

  it('give the papers of the case and for all, and ask for the case only where it matters', () => {
    const paper = (line: number, residence: 'all' | 'temporary') =>
      ({ source: aSource('papers', line), level: 'tiểu học', residence, paper: residence }) as const;
    const plain = 'sinh 2020 phường Ngọc Hà';
    expect(decide(aTable({ papers: [paper(2, 'all')] }), plain)).toBe('Trường A');
    const table = aTable({ papers: [paper(2, 'all'), paper(3, 'temporary')] });
    expect(decide(table, plain)).toBe('? residence');
    const facts = readFacts(`${plain}, tạm trú`, placeNames(table), null);
    const decision = decideAdmission(table, facts, ADMISSION_DAY);
    expect(decision).toMatchObject({ placement: { papers: [{ paper: 'all' }, { paper: 'temporary' }] } });
  });

  it('give any birth date and whole address exactly one school or leave it to staff, as by hand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        let state = seed;
        const draw = (bound: number) => {
          state = Number((BigInt(state) * 48_271n) % 2_147_483_647n);
          return state % bound;
        };
        expect(comparePlacements(60, draw)).toMatchObject({ differences: [], hasty: [] });
      }),
      { numRuns: 10 },
    );
  });

  it('never fail on any words', async () => {
    const table = await sampleTable();
    const words = fc.array(
      fc.constantFrom('12', '/', '2020', 'ngõ', 'Đội Cấn', 'sinh', 'tháng', 'tổ', 'p', '.', '-', '99/99/2020', '🙂'),
    );
    fc.assert(
      fc.property(words, (parts) => {
        expect(decide(table, parts.join(' '))).toMatch(/^(?:Trường|\?|staff)/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the check of a table', () => {
  const kinds = (table: AdmissionTable) => checkTable(table).map(({ kind }) => kind);

  it('finds nothing in a whole table', () => {
    expect(checkTable(aTable())).toEqual([]);
  });

  it('names both rows of two schools for one address', () => {
    const zones = [
      aZone(2, { street: 'Đội Cấn', houseTo: 50 }),
      aZone(7, { street: 'doi can', houseFrom: 49, schools: ['Trường B'] }),
    ];
    expect(checkTable(aTable({ zones }))).toMatchObject([
      {
        severity: 'conflict',
        kind: 'two-schools',
        rows: [{ line: 2 }, { line: 7 }],
        place: expect.stringContaining('số 49'),
      },
    ]);
  });

  it('sees no conflict between the two sides of a street, two lanes, or two years', () => {
    const other = { schools: ['Trường B'] };
    const sides = [aZone(2, { street: 'A', side: 'odd' }), aZone(3, { street: 'A', side: 'even', ...other })];
    const lanes = [aZone(4, { street: 'B', lane: 1 }), aZone(5, { street: 'B', lane: 2, ...other })];
    const ended = { source: aSource('zones', 6, { until: '2026-02-01' }) };
    const later = { source: aSource('zones', 7, { from: '2026-02-01' }) };
    const times = [aZone(6, { street: 'C', ...ended }), aZone(7, { street: 'C', ...later, ...other })];
    expect(kinds(aTable({ zones: [...sides, ...lanes, ...times] }))).not.toContain('two-schools');
  });

  it('finds numbers, neighbourhoods and birth dates that no row holds', () => {
    const zones = [
      aZone(2, { street: 'Đội Cấn', side: 'odd' }),
      aZone(3, { street: 'Đội Cấn', side: 'even', houseFrom: 10, houseTo: 20 }),
      aZone(4, { ward: 'Ba Đình', neighbourhoods: [1, 4] }),
    ];
    const ages = [
      anAge(2, { grade: 'Mẫu giáo 3 tuổi', level: 'mầm non' }),
      anAge(3, { grade: 'Mẫu giáo 4 tuổi', level: 'mầm non', bornFrom: '2022-01-01', bornTo: '2022-12-31' }),
    ];
    expect(checkTable(aTable({ zones, ages }))).toMatchObject([
      { kind: 'born-between', from: '2021-01-01', to: '2021-12-31' },
      { kind: 'numbers', side: 'even', from: 2, to: 8 },
      { kind: 'numbers', side: 'even', from: 22, to: null },
      { kind: 'neighbourhoods', numbers: [2, 3] },
    ]);
  });

  it('finds a birth date of two classes, a ward without schools and a school that is written in two ways', () => {
    const table = aTable({
      ages: [anAge(2), anAge(3, { grade: 'Lớp 6' })],
      wards: [{ source: aSource('wards', 2), name: 'Kim Mã', ward: 'Giảng Võ' }],
      quotas: [{ source: aSource('quotas', 2), level: 'tiểu học', school: 'Trường AA', classes: '1', pupils: '30' }],
    });
    expect(kinds(table)).toEqual(['two-classes', 'ward-without-zone', 'unknown-school']);
  });
});
