import { DatabaseSync } from 'node:sqlite';
import { type Cast, fillSqlite } from './made-up-archive.ts';

/**
 * Puts pictures into an embedded database as an import of old material leaves them: each of bytes of its own, and nobody has said what they are. A process
 * of its own: two libraries for the same file in one process drop each other’s locks, and the file breaks.
 */
const [file = '', cast = '', count = ''] = process.argv.slice(2);

fillSqlite(file, JSON.parse(cast) as Cast, Number(count), (done, all) => process.send?.({ done, all }));
const database = new DatabaseSync(file, { timeout: 15_000 });
database.exec(`
  UPDATE images SET master_sha256 = lower(hex(randomblob(32)));
  UPDATE markings SET level = 'unreviewed', seal = 'unreviewed|';
  UPDATE images SET seal = 'unreviewed|';
  ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)`);
database.close();
process.disconnect?.();
