import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { copyInto } from './copy-rows.ts';

interface Original {
  readonly article: string;
  readonly marking: string;
  readonly versions: readonly string[];
}

/** Copies in one transaction. */
const portion = 100;

/** Articles that are public in all four languages, with what is theirs alone. */
const originalsIn = (database: DatabaseSync): Original[] => {
  const rows = database
    .prepare(
      `SELECT articles.id AS article, markings.id AS marking FROM articles JOIN markings ON markings.id = marking_id
       WHERE level = 'public' AND NOT EXISTS (SELECT 1 FROM markings_texts WHERE parent_id = markings.id)
       AND 4 = (SELECT count(*) FROM articles_locales WHERE _parent_id = articles.id AND _status = 'published')
       ORDER BY articles.id`,
    )
    .all();
  const versions = database.prepare('SELECT id FROM _articles_v WHERE parent_id = ?');
  return rows.map(({ article, marking }) => ({
    article: String(article),
    marking: String(marking),
    versions: versions.all(String(article)).map(({ id }) => String(id)),
  }));
};

const countIn = (database: DatabaseSync): number =>
  Number(database.prepare('SELECT count(*) AS n FROM articles').get()?.n);

const namePairs = (database: DatabaseSync, n: number, { article, marking, versions }: Original): void => {
  const pair = database.prepare('INSERT INTO pair VALUES (?, ?, ?, ?)');
  pair.run('article', article, randomUUID(), n);
  pair.run('marking', marking, randomUUID(), n);
  for (const version of versions) pair.run('version', version, randomUUID(), n);
};

/**
 * Copies the articles that stand published in all four languages, in turn, until there are `wanted` articles: each with
 * its languages, references, versions and marking, row by row as Payload wrote those of the original. Only ids, titles
 * and addresses differ. The database must be at rest: this goes below the studio on purpose, for writing 5,000 articles
 * through its door takes hours, and what is measured is how they are read, released and served.
 *
 * @param file path of an embedded database
 * @returns how many were added
 */
export const multiplyArticles = (
  file: string,
  wanted: number,
  progress: (done: number, total: number) => void,
): number => {
  const database = new DatabaseSync(file, { timeout: 15_000 });
  try {
    database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;');
    database.exec('CREATE TEMP TABLE pair (kind TEXT, old TEXT, new TEXT, n INTEGER, PRIMARY KEY (n, kind, old))');
    const originals = originalsIn(database);
    const missing = Math.max(0, wanted - countIn(database));
    for (let done = 0; done < missing; done += portion) {
      database.exec('BEGIN IMMEDIATE; DELETE FROM pair');
      for (let n = done; n < Math.min(done + portion, missing); n += 1) {
        const original = originals[n % originals.length];
        if (!original) throw new Error('There is no public article in four languages to copy');
        namePairs(database, n + 1, original);
      }
      copyInto(database);
      database.exec('COMMIT');
      progress(Math.min(done + portion, missing), missing);
    }
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return missing;
  } finally {
    database.close();
  }
};
