import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { MIGRATIONS } from '../../adapters/stores/libsql/migrations.ts';

/**
 * Opens a state file with one more migration that writes for minutes, to be killed in the middle of it. Argument: the
 * file. Prints `MIGRATING` before it begins.
 */
const [file = ''] = process.argv.slice(2);
process.stdout.write('MIGRATING\n');
openDatabase(file, [
  ...MIGRATIONS,
  `ALTER TABLE staff ADD COLUMN phone TEXT;
   DELETE FROM staff;
   CREATE TABLE long_work AS
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000)
     SELECT i, hex(randomblob(200)) AS words FROM n;`,
]);
