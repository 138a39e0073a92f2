import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../adapters/stores/libsql/database.ts';
import { groupCommitOf } from '../../adapters/stores/libsql/group-commit.ts';

let database: Database;
beforeEach(() => {
  database = openDatabase(':memory:');
  database.exec('CREATE TABLE written (text TEXT NOT NULL UNIQUE)');
});

const write = (text: string | null) =>
  groupCommitOf(database)(() => database.prepare('INSERT INTO written VALUES (?)').run(text).changes);
const texts = () => (database.prepare('SELECT text FROM written').all() as { text: string }[]).map((row) => row.text);

describe('changes that come together', () => {
  it('share one transaction, and each gets its own result', async () => {
    let transactions = 0;
    const exec = database.exec.bind(database);
    database.exec = (sql) => {
      if (sql === 'COMMIT') transactions += 1;
      return exec(sql);
    };
    expect(await Promise.all(['một', 'hai', 'ba'].map(write))).toEqual([1, 1, 1]);
    expect([transactions, texts()]).toEqual([1, ['một', 'hai', 'ba']]);
  });

  it('lose nothing when one of them fails, which alone is told so', async () => {
    const results = await Promise.allSettled(['một', null, 'hai', 'một'].map(write));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(texts()).toEqual(['một', 'hai']);
  });

  it('are not answered before they are stored', async () => {
    let answered = false;
    const writing = write('một').then(() => {
      answered = true;
    });
    expect([answered, texts()]).toEqual([false, []]);
    await writing;
    expect([answered, texts()]).toEqual([true, ['một']]);
  });
});
