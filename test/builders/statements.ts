import type { Statement } from '../../bot/statements/statement.ts';

/** A holding statement that is said; state only the fields in question. */
export function aStatement(fields: Partial<Statement> = {}): Statement {
  return {
    id: 's1',
    kind: 'holding',
    stream: null,
    phrases: ['Hoa Sen + giải thể'],
    claim: null,
    rumourId: null,
    text: 'Dạ, cơ quan đang kiểm tra việc này ạ.',
    source: null,
    until: 10_000_000,
    why: 'nhiều người hỏi',
    written: { by: 'mai', at: 1_000 },
    released: { by: 'lan', at: 2_000 },
    ended: null,
    farewell: null,
    ...fields,
  };
}
