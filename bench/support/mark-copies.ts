import { DatabaseSync } from 'node:sqlite';
import { type Marking, sealOf } from '#access/level.ts';

export const compartments = Array.from({ length: 20 }, (_, n) => `compartment-${String(n).padStart(2, '0')}`);

/** Of a hundred documents fifty are open to everybody who works here, twenty public, thirty restricted to one of twenty compartments. */
const markingOf = (n: number): Marking => {
  if (n % 10 < 5) return { level: 'internal', compartments: [] };
  if (n % 10 < 7) return { level: 'public', compartments: [] };
  return { level: 'restricted', compartments: [compartments[Math.floor(n / 10) % compartments.length] ?? ''] };
};

/** Marks all articles of an embedded database that is at rest, below the studio. @returns how many it has */
export const markCopies = (file: string): number => {
  const database = new DatabaseSync(file, { timeout: 15_000 });
  const ids = database.prepare("SELECT id FROM markings WHERE subject_type = 'articles' ORDER BY id").all();
  const mark = database.prepare('UPDATE markings SET level = ?, seal = ? WHERE id = ?');
  const name = database.prepare(
    `INSERT INTO markings_texts ("order", parent_id, path, text) VALUES (1, ?, 'compartments', ?)`,
  );
  database.exec('PRAGMA synchronous = OFF; BEGIN IMMEDIATE');
  for (const [n, { id }] of ids.entries()) {
    const marking = markingOf(n);
    mark.run(marking.level, sealOf(marking), id as string);
    for (const one of marking.compartments) name.run(id as string, one);
  }
  database.exec('UPDATE articles SET seal = (SELECT seal FROM markings WHERE id = marking_id)');
  database.exec('UPDATE _articles_v SET version_seal = (SELECT seal FROM markings WHERE id = version_marking_id)');
  database.exec('COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return ids.length;
};
