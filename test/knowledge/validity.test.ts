import { describe, expect, it } from 'vitest';
import { isCurrent, judgeValidity } from '../../knowledge/validity.ts';
import { aDocument } from '../builders/documents.ts';

const scope = { day: '2026-11-24', territory: 'Hà Nội' };
const stateOf = (...documents: ReturnType<typeof aDocument>[]) =>
  judgeValidity(documents, scope).get(documents[0]?.id ?? '');

describe('validity of a document', () => {
  it.each([
    ['national and begun', aDocument(), { state: 'in-force' }],
    ['of our own territory', aDocument({ territory: 'Hà Nội' }), { state: 'in-force' }],
    ['of another province', aDocument({ territory: 'Vĩnh Long' }), { state: 'foreign', territory: 'Vĩnh Long' }],
    ['without a date', aDocument({ inForceFrom: null }), { state: 'unknown' }],
    ['not yet begun', aDocument({ inForceFrom: '2026-11-25' }), { state: 'not-yet', from: '2026-11-25' }],
    ['beginning today', aDocument({ inForceFrom: '2026-11-24' }), { state: 'in-force' }],
    ['ended today', aDocument({ inForceUntil: '2026-11-24' }), { state: 'expired', since: '2026-11-24' }],
  ])('%s', (_name, document, expected) => {
    expect(stateOf(document)).toEqual(expected);
  });

  it('ends when a newer document in force replaces it by number, however the number is typed', () => {
    const old = aDocument({ id: 'old', number: '931/TB-UBND', territory: 'Hà Nội' });
    const next = aDocument({ id: 'new', number: '960/TB-UBND', territory: 'Hà Nội', replaces: ['931/tb-ubnd '] });
    expect(stateOf(old, next)).toEqual({ state: 'superseded', by: '960/TB-UBND' });
  });

  it('goes on while the replacing document is not yet in force', () => {
    const old = aDocument({ id: 'old' });
    expect(stateOf(old, aDocument({ id: 'new', replaces: [old.number ?? ''], inForceFrom: '2027-01-01' }))).toEqual({
      state: 'in-force',
    });
  });

  it('is not ended by another province that replaces its own text of the same number', () => {
    const ours = aDocument({ id: 'ours', number: '20/2025/NQ-HĐND', territory: 'Hà Nội' });
    const theirs = aDocument({
      id: 'theirs',
      number: '5/2026/NQ-HĐND',
      territory: 'Vĩnh Long',
      replaces: ['20/2025/NQ-HĐND'],
    });
    expect(stateOf(ours, theirs)).toEqual({ state: 'in-force' });
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
