import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficialDocument, Relation } from '../../knowledge/document.ts';
import { linkDocuments } from '../../knowledge/document-links.ts';
import { isCurrent, judgePassage, judgeValidity, type Validity } from '../../knowledge/validity.ts';
import { aDocument, aPassage, aRelation } from '../builders/documents.ts';

const scope = { day: '2026-11-24', territory: 'Hà Nội › Ba Đình' };
const stateOf = (...documents: OfficialDocument[]) =>
  judgeValidity(linkDocuments(documents), scope).get(documents[0]?.id ?? '');
/** A document that does something to the national circular `1/2026/TT-BGDĐT`. */
const other = (relation: Partial<Relation>, fields: Partial<OfficialDocument> = {}) =>
  aDocument({
    id: 'new',
    number: '9/2026/TT-BGDĐT',
    issuedOn: '2026-06-01',
    relations: [aRelation({ number: '1/2026/TT-BGDĐT', ...relation })],
    ...fields,
  });

describe('validity of a document', () => {
  it.each([
    ['national and begun', aDocument(), { state: 'in-force' }],
    ['of our own province', aDocument({ territory: 'Hà Nội' }), { state: 'in-force' }],
    ['of our own ward', aDocument({ territory: 'Hà Nội › Ba Đình' }), { state: 'in-force' }],
    ['of our ward, the province untold', aDocument({ territory: '› Ba Đình' }), { state: 'in-force' }],
    ['of another province', aDocument({ territory: 'Vĩnh Long' }), { state: 'foreign', territory: 'Vĩnh Long' }],
    [
      'of another ward of ours',
      aDocument({ territory: 'Hà Nội › Cửa Nam' }),
      { state: 'foreign', territory: 'Hà Nội › Cửa Nam' },
    ],
    [
      'of a ward with our name elsewhere',
      aDocument({ territory: 'Thanh Hóa › Ba Đình' }),
      { state: 'foreign', territory: 'Thanh Hóa › Ba Đình' },
    ],
    ['without a day in force', aDocument({ inForceFrom: null }), { state: 'unknown' }],
    ['a plan, which holds from its signing', aDocument({ kind: 'Kế hoạch', inForceFrom: null }), { state: 'in-force' }],
    [
      'a letter without any day',
      aDocument({ kind: 'Công văn', inForceFrom: null, issuedOn: null }),
      { state: 'unknown' },
    ],
    ['not yet begun', aDocument({ inForceFrom: '2026-11-25' }), { state: 'not-yet', from: '2026-11-25' }],
    [
      'not yet issued',
      aDocument({ inForceFrom: null, issuedOn: '2027-01-02' }),
      { state: 'not-yet', from: '2027-01-02' },
    ],
    ['beginning today', aDocument({ inForceFrom: '2026-11-24' }), { state: 'in-force' }],
    ['ended today', aDocument({ inForceUntil: '2026-11-24' }), { state: 'expired', since: '2026-11-24' }],
    ['withdrawn by an editor', aDocument({ withdrawn: true }), { state: 'withdrawn' }],
  ])('%s', (_name, document, expected) => {
    expect(stateOf(document)).toEqual(expected);
  });

  it('allows quoting as a current rule only what is in force or silent about it', () => {
    expect([
      isCurrent({ state: 'in-force' }),
      isCurrent({ state: 'unknown' }),
      isCurrent({ state: 'expired', since: 'x' }),
      isCurrent(undefined),
    ]).toEqual([true, true, false, false]);
  });
});

describe('what other documents do to one', () => {
  it('ends it when one in force replaces it by number, however the number is typed', () => {
    const old = aDocument({ id: 'old', number: '931/TB-UBND', territory: 'Hà Nội' });
    const relations = [aRelation({ number: '931/tb-ubnd ' })];
    const next = aDocument({ id: 'new', number: '960/TB-UBND', territory: 'Hà Nội', relations });
    expect(stateOf(old, next)).toEqual({ state: 'superseded', by: '960/TB-UBND', how: 'replaces' });
  });

  it('names the document that counts today at the end of a chain', () => {
    const third = aDocument({
      id: 'third',
      number: '10/2026/TT-BGDĐT',
      issuedOn: '2026-09-01',
      relations: [aRelation({ number: '9/2026/TT-BGDĐT' })],
    });
    expect(stateOf(aDocument(), other({}), third)).toEqual({
      state: 'superseded',
      by: '9/2026/TT-BGDĐT',
      how: 'replaces',
      now: '10/2026/TT-BGDĐT',
    });
  });

  it.each([
    ['the replacing document is not yet in force', other({}, { inForceFrom: '2027-01-01' })],
    ['the replacement begins later', other({ from: '2026-12-01' })],
    ['it is only explained', other({ kind: 'guides' })],
    ['the other one was issued before it', other({}, { issuedOn: '2025-01-01' })],
    ['the other one was withdrawn', other({}, { withdrawn: true })],
    ['another document of that number but of another day is meant', other({ issuedOn: '2020-05-05' })],
    ['a province names a number that only the country bears', other({ territory: 'Huế' }, { territory: 'Huế' })],
  ])('leaves it in force while %s', (_name, next) => {
    expect(stateOf(aDocument(), next)).toEqual({ state: 'in-force' });
  });

  it('does not reach a text of the same number in another province', () => {
    const ours = aDocument({ id: 'ours', number: '20/2025/NQ-HĐND', territory: 'Hà Nội' });
    const relations = [aRelation({ number: '20/2025/NQ-HĐND' })];
    const theirs = aDocument({ id: 'theirs', number: '5/2026/NQ-HĐND', territory: 'Vĩnh Long', relations });
    expect(stateOf(ours, theirs)).toEqual({ state: 'in-force' });
  });

  it('ends a local text by a national one only when the words name the place', () => {
    const local = aDocument({ id: 'local', number: '7/2020/QĐ-UBND', territory: 'Hà Nội' });
    const naming = (territory: string | null) => other({ number: '7/2020/QĐ-UBND', kind: 'repeals', territory });
    expect(stateOf(local, naming('Hà Nội'))).toMatchObject({ state: 'superseded', how: 'repeals' });
    expect(stateOf(local, naming(null))).toEqual({ state: 'in-force' });
  });

  it('finds a law by its name when the collection holds exactly one', () => {
    const law = aDocument({
      id: 'law',
      number: '43/2019/QH14',
      kind: 'Luật',
      title: 'Luật Giáo dục',
      issuedOn: '2019-06-14',
    });
    const next = other({ number: null, name: 'Luật giáo dục', issuedOn: '2019-06-14' });
    expect(stateOf(law, next)).toMatchObject({ state: 'superseded' });
    const twin = { ...law, id: 'twin', number: '38/2005/QH11', issuedOn: null };
    expect(stateOf(law, twin, next)).toEqual({ state: 'in-force' });
  });

  it('keeps it in force with what was changed in it', () => {
    const amending = other({ kind: 'amends', parts: ['Điều 5, khoản 2'] });
    const repealing = { ...other({ kind: 'repeals', parts: ['Điều 7'] }), id: 'b', number: '10/2026/TT-BGDĐT' };
    expect(stateOf(aDocument(), amending, repealing)).toEqual({
      state: 'in-force',
      changes: [
        { by: '10/2026/TT-BGDĐT', kind: 'repeals', parts: ['Điều 7'] },
        { by: '9/2026/TT-BGDĐT', kind: 'amends', parts: ['Điều 5, khoản 2'] },
      ],
    });
  });
});

describe('validity of a passage', () => {
  const at = (...addresses: string[]) => aPassage('…', { parts: addresses.map((address) => ({ address, text: '…' })) });
  const changed = (...parts: string[]): Validity => ({
    state: 'in-force',
    changes: [{ by: 'X', kind: 'amends', parts }],
  });
  const repealed: Validity = { state: 'in-force', changes: [{ by: 'X', kind: 'repeals', parts: ['Điều 5, khoản 2'] }] };

  it('is touched by a change of it, of what holds it and of a point in it, and by none elsewhere', () => {
    const touched = (address: string) =>
      judgePassage(at(address), changed('Điều 5, khoản 2')).state === 'in-force' &&
      'changes' in judgePassage(at(address), changed('Điều 5, khoản 2'));
    expect(
      [
        'Điều 5, khoản 2',
        'Điều 5, khoản 2, điểm a',
        'Điều 5, khoản 20',
        'Điều 5, khoản 1',
        'Điều 5',
        'Phụ lục, mục 2',
      ].map(touched),
    ).toEqual([true, true, false, false, false, false]);
    expect(judgePassage(at('Điều 5, khoản 2'), changed('Điều 5, khoản 2, điểm b'))).toHaveProperty('changes');
  });

  it('is touched by a change of which nobody tells the place', () => {
    expect(judgePassage(at('Điều 1'), changed())).toEqual(changed());
  });

  it('ends when all of it was repealed, and is changed when some of it was', () => {
    expect(judgePassage(at('Điều 5, khoản 2, điểm a', 'Điều 5, khoản 2, điểm b'), repealed)).toEqual({
      state: 'superseded',
      by: 'X',
      how: 'repeals',
    });
    expect(judgePassage(at('Điều 5, khoản 1', 'Điều 5, khoản 2'), repealed)).toEqual(repealed);
    expect(judgePassage(at('Điều 6'), repealed)).toEqual({ state: 'in-force' });
  });
});

describe('a collection of documents that end one another at random', () => {
  const days = ['2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01', null];
  const collection = fc
    .array(fc.record({ targets: fc.array(fc.nat(7), { maxLength: 3 }), from: fc.constantFrom(...days) }), {
      maxLength: 8,
    })
    .map((entries) =>
      entries.map(({ targets, from }, index) =>
        aDocument({
          id: `d${index}`,
          number: `${index}/2020/TT-BGDĐT`,
          issuedOn: null,
          inForceFrom: '2020-01-01',
          relations: targets.map((target) => aRelation({ number: `${target}/2020/TT-BGDĐT`, from })),
        }),
      ),
    );
  const endedOn = (documents: OfficialDocument[], day: string) =>
    [...judgeValidity(linkDocuments(documents), { ...scope, day })]
      .filter(([, validity]) => validity.state === 'superseded')
      .map(([id]) => id);

  it('is judged without end, and never all of it is ended', () => {
    fc.assert(
      fc.property(collection, (documents) => {
        const ended = endedOn(documents, '2030-01-01');
        if (documents.length > 0) expect(ended.length).toBeLessThan(documents.length);
      }),
    );
  });

  it('never brings a document back on a later day', () => {
    fc.assert(
      fc.property(collection, fc.constantFrom('2024-06-01', '2025-06-01', '2026-06-01'), (documents, day) => {
        expect(endedOn(documents, '2028-01-01')).toEqual(expect.arrayContaining(endedOn(documents, day)));
      }),
    );
  });

  it('is judged the same in whatever order the documents come', () => {
    fc.assert(
      fc.property(collection, (documents) => {
        expect(endedOn([...documents].reverse(), '2026-06-01').sort()).toEqual(endedOn(documents, '2026-06-01').sort());
      }),
    );
  });
});
