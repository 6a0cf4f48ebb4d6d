import { DatabaseSync } from 'node:sqlite';
import { multiplyArticles } from './multiply.ts';

/** Copies take along one version, the draft that stands: what was before it is not asked about here. */
const forgetHistory = (database: DatabaseSync): void => {
  database.exec('PRAGMA foreign_keys = ON; DELETE FROM _articles_v WHERE latest IS NOT 1');
};

/** What is not there in some languages of some copies, as in a real archive: `(rowid % of) = 0` loses these columns. */
const lacks = [
  { locale: 'fr', of: 3, columns: ['title', 'summary', 'body'] },
  { locale: 'zh', of: 2, columns: ['title', 'summary', 'body'] },
  { locale: 'en', of: 5, columns: ['summary'] },
] as const;

const loseWords = (database: DatabaseSync): void => {
  for (const { locale, of, columns } of lacks) {
    const empty = columns.map((name) => `version_${name} = NULL`).join(', ');
    database.exec(`UPDATE _articles_v_locales SET ${empty} WHERE _locale = '${locale}' AND id % ${of} = 0`);
  }
};

/** One document of so many has a ledger: those that were worked on since there is one. */
const oneOf = 10;

/** Gives copies the ledger of the article whose copy they are, as it stands under `articles/<id>/<locale>`. */
const copyLedgers = (database: DatabaseSync): void => {
  const names = database
    .prepare('PRAGMA table_info(translations)')
    .all()
    .map(({ name }) => String(name));
  const like = database.prepare('SELECT * FROM translations WHERE document_id = ?');
  const insert = database.prepare(
    `INSERT INTO translations (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const originals = database
    .prepare(
      `SELECT DISTINCT document_id AS id, title FROM translations
       JOIN articles_locales ON _parent_id = document_id AND _locale = 'vi'`,
    )
    .all();
  const copies = database.prepare(
    `SELECT articles.id AS id, marking_id AS marking FROM articles JOIN articles_locales ON _parent_id = articles.id
     WHERE _locale = 'vi' AND title LIKE ? || ' %' AND articles_locales.id % ${oneOf} = 0`,
  );
  for (const { id, title } of originals) {
    const rows = like.all(String(id));
    for (const copy of copies.all(String(title)))
      for (const row of rows) {
        const own = { id: `articles/${copy.id}/${row.locale}`, document_id: copy.id, marking_id: copy.marking };
        insert.run(...names.map((name) => ({ ...row, ...own })[name] as string));
      }
  }
};

/**
 * Makes many articles of a few that stand public in four languages, below the studio: some lack a language or a part of it in
 * their drafts, and one in ten has a ledger. @returns how many were added
 */
export const fillTranslations = (
  file: string,
  wanted: number,
  progress: (done: number, total: number) => void,
): number => {
  const before = new DatabaseSync(file, { timeout: 15_000 });
  forgetHistory(before);
  before.close();
  const added = multiplyArticles(file, wanted, progress);
  const database = new DatabaseSync(file, { timeout: 15_000 });
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN IMMEDIATE');
  loseWords(database);
  copyLedgers(database);
  database.exec('COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return added;
};
