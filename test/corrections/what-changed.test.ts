import { describe, expect, it } from 'vitest';
import { createChangeFinder, toldAsRule } from '../../bot/corrections/what-changed.ts';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import { buildKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { aCitation, aCorrection } from '../builders/corrections.ts';
import { aDocument, aPassage, aRelation } from '../builders/documents.ts';

const MEAL = 'Mức thu tiền ăn bán trú của học sinh là 35.000 đồng một ngày.';
const MEAL_NOW = 'Mức thu tiền ăn bán trú của học sinh là 38.000 đồng một ngày.';
const HOURS = 'Nhà trường đón trẻ từ 7 giờ đến 7 giờ 30 phút các ngày trong tuần.';
const ON = { day: '2026-11-26', territory: 'Hà Nội › Ba Đình' };
const OLD = {
  id: 'old',
  number: '58/2025/NQ-HĐND',
  file: 'muc-thu.txt',
  issuedOn: '2025-08-01',
  inForceFrom: '2025-09-01',
};
const NEW = {
  id: 'new',
  number: '60/2026/NQ-HĐND',
  file: 'moi.txt',
  issuedOn: '2026-08-01',
  inForceFrom: '2026-09-01',
};
const replaces = aRelation({ number: OLD.number });

function passage(documentId: string, text: string, fields: Partial<Passage> = {}): Passage {
  return aPassage(text, { documentId, address: 'Điều 5', digest: `${documentId} ${text}`, ...fields });
}
const told = (text: string, fields = {}) =>
  aCitation({ quote: text, passageDigest: passage('old', text).digest, ...fields });

function changed(documents: readonly Partial<OfficialDocument>[], passages: readonly Passage[], citation = told(MEAL)) {
  return createChangeFinder(buildKnowledgeBase(documents.map(aDocument), passages), ON).changeOf(citation);
}

describe('what was told still holds', () => {
  it('while the document is in force and was not touched', () => {
    const base = buildKnowledgeBase([aDocument(OLD)], [passage('old', MEAL)]);
    const finder = createChangeFinder(base, ON);
    expect([finder.isUntouched('old'), finder.changeOf(told(MEAL))]).toEqual([true, null]);
  });

  it('where a newer edition or the successor repeats the words, however its passages are cut', () => {
    const cut = passage('new', `${HOURS}\n${MEAL}`, { address: 'Điều 9' });
    expect(changed([{ ...NEW, number: OLD.number }], [cut])).toBeNull();
    expect(changed([OLD, { ...NEW, relations: [replaces] }], [passage('old', MEAL), cut])).toBeNull();
  });

  it('when only facts about the document were corrected and it stays in force', () => {
    expect(changed([{ ...OLD, title: 'Tên khác', inForceFrom: '2025-10-01' }], [passage('old', MEAL)])).toBeNull();
  });

  it('in a document that changed elsewhere', () => {
    const amends = aRelation({ kind: 'amends', number: OLD.number, parts: ['Điều 7'] });
    expect(changed([OLD, { ...NEW, relations: [amends] }], [passage('old', MEAL), passage('new', HOURS)])).toBeNull();
  });

  it('where it is of another place, was quoted as such, or is a row of an admission table', () => {
    expect(changed([{ ...OLD, territory: 'Đà Nẵng' }], [passage('old', MEAL)])).toBeNull();
    expect(changed([], [], told(MEAL, { documentId: 'tuyen-sinh-2026-2027' }))).toBeNull();
  });

  it('until the successor takes effect', () => {
    const later = { ...NEW, inForceFrom: '2027-01-01', relations: [replaces] };
    expect(changed([OLD, later], [passage('old', MEAL), passage('new', MEAL_NOW)])).toBeNull();
  });
});

describe('what was told holds no longer', () => {
  it('when the document is superseded: the passage of the same matter in the successor stands in its place', () => {
    const passages = [
      passage('old', MEAL),
      passage('new', HOURS, { id: 'new#1' }),
      passage('new', MEAL_NOW, { id: 'new#2' }),
    ];
    expect(changed([OLD, { ...NEW, relations: [replaces] }], passages)).toMatchObject({
      cause: 'superseded',
      by: { id: 'new' },
      since: '2026-09-01',
      what: 'đã được thay thế bởi 60/2026/NQ-HĐND',
      now: { documentId: 'new', passageId: 'new#2', quote: MEAL_NOW },
    });
  });

  it('by the last of a chain of successors', () => {
    const last = { ...NEW, id: 'last', number: '70/2026/NQ-HĐND', relations: [aRelation({ number: NEW.number })] };
    const passages = [passage('old', MEAL), passage('new', MEAL_NOW), passage('last', MEAL_NOW.replace('38', '40'))];
    const found = changed([OLD, { ...NEW, relations: [replaces] }, last], passages);
    expect(found).toMatchObject({ by: { id: 'last' }, now: { documentId: 'last' } });
  });

  it('when an amendment names its part', () => {
    const amends = aRelation({ kind: 'amends', number: OLD.number, parts: ['Điều 5'] });
    const found = changed([OLD, { ...NEW, relations: [amends] }], [passage('old', MEAL), passage('new', MEAL_NOW)]);
    expect(found).toMatchObject({ cause: 'amended', by: { id: 'new' }, now: { quote: MEAL_NOW } });
  });

  it('when the file was edited: the same number, or the same file, with other words', () => {
    const edited = passage('new', MEAL_NOW);
    expect(changed([{ ...NEW, number: OLD.number }], [edited])).toMatchObject({
      cause: 'edited',
      now: { quote: MEAL_NOW },
    });
    const unnumbered = told(MEAL, { number: null });
    expect(changed([{ ...NEW, number: null, file: OLD.file }], [edited], unnumbered)).toMatchObject({
      cause: 'edited',
    });
  });

  it('when a number of one digit more holds its figures', () => {
    const found = changed([{ ...NEW, number: OLD.number }], [passage('new', MEAL.replace('35.000', '135.000'))]);
    expect(found).toMatchObject({ cause: 'edited' });
  });

  it('when the document was withdrawn or removed, with nothing in its place', () => {
    expect(changed([{ ...OLD, withdrawn: true }], [passage('old', MEAL)])).toMatchObject({
      cause: 'retired',
      now: null,
    });
    expect(changed([NEW], [passage('new', HOURS)])).toMatchObject({ cause: 'retired', by: null, now: null });
  });

  it('where the successor says nothing of the matter', () => {
    const found = changed([OLD, { ...NEW, relations: [replaces] }], [passage('old', MEAL), passage('new', HOURS)]);
    expect(found).toMatchObject({ cause: 'superseded', now: null });
  });

  it('when its days in force were corrected', () => {
    const ended = changed([{ ...OLD, inForceUntil: '2026-01-01' }], [passage('old', MEAL)]);
    expect(ended).toMatchObject({ cause: 'expired', since: '2026-01-01' });
    const later = changed([{ ...OLD, inForceFrom: '2027-01-01' }], [passage('old', MEAL)]);
    expect(later).toMatchObject({ cause: 'not-yet', since: '2027-01-01' });
  });
});

describe('a message', () => {
  const message = (text: string, day = '2026-10-01') => ({ text, at: Date.parse(`${day}T03:00:00Z`) });

  it('told the old rule, unless it told of the change as well', () => {
    expect(toldAsRule(message('Dạ, 35.000 đồng.'), aCorrection())).toBe(true);
    expect(toldAsRule(message('35.000 đồng. Lưu ý: đã được thay thế bởi 60/2026/NQ-HĐND.'), aCorrection())).toBe(false);
  });

  it('was right as long as the document had not ended', () => {
    const expired = aCorrection({ cause: 'expired', since: '2026-10-01', by: null });
    expect(toldAsRule(message('Dạ.', '2026-09-30'), expired)).toBe(false);
    expect(toldAsRule(message('Dạ.', '2026-10-01'), expired)).toBe(true);
    expect(toldAsRule(message('Đã hết hiệu lực từ 01/10/2026.', '2026-10-02'), expired)).toBe(false);
  });
});
