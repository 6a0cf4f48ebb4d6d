import { sql } from '@payloadcms/db-sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyIndexes } from '#editorial/database/study-indexes.ts';
import { type Studio, startStudio } from '../support/studio.ts';

/** What every draft read and every publication asks: the newest published version of one document in one language. */
const question = `
  SELECT version.id FROM _articles_v AS version
  LEFT JOIN _articles_v_locales AS words ON version.id = words._parent_id AND words._locale = 'vi'
  WHERE words.version__status = 'published' AND version.parent_id = 'article-7'
  ORDER BY version.updated_at DESC LIMIT 1`;

/** The same for the newest version of all, published or not. */
const draft = `SELECT id FROM _articles_v WHERE parent_id = 'article-7' AND latest = 1`;

describe('an embedded database with many versions', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database: 'sqlite' });
    for (const statement of manyVersions) await run(statement);
  });
  afterAll(() => studio?.close());

  const run = (query: string) => {
    const { drizzle } = studio.payload.db as unknown as { drizzle: { run(query: unknown): Promise<Answer> } };
    return drizzle.run(sql.raw(query));
  };

  /** Where an answer is looked for. */
  const planOf = async (query: string): Promise<string> => {
    const { rows } = await run(`EXPLAIN QUERY PLAN ${query}`);
    return rows.map(({ detail }) => detail).join('\n');
  };

  /** What the database is asked by reading, its values in place. */
  const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    const { client } = studio.payload.db as unknown as { client: Client };
    const execute = client.execute.bind(client);
    const asked: string[] = [];
    client.execute = (statement) => {
      const values = [...statement.args];
      asked.push(statement.sql.replaceAll('?', () => JSON.stringify(values.shift() ?? null).replaceAll('"', "'")));
      return execute(statement);
    };
    try {
      await work();
    } finally {
      client.execute = execute;
    }
    return asked;
  };

  it('finds those of one document by the document once it has studied its indexes', async () => {
    expect((await planOf(question)) + (await planOf(draft))).not.toMatch(/version USING INDEX _articles_v_parent_idx/);
    await studyIndexes(studio.payload);
    expect(await planOf(question)).toMatch(/version USING INDEX _articles_v_parent_idx/);
    expect(await planOf(draft)).toMatch(/_articles_v USING INDEX _articles_v_parent_idx/);
  });

  it('finds the newest page and its total by seals, in the order of the list', async () => {
    await run(
      `UPDATE _articles_v SET version_seal = CASE WHEN rowid % 4 = 0 THEN 'restricted|' ELSE 'internal|' END,
       version_updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', '2020-01-01', rowid || ' minutes')`,
    );
    await studyIndexes(studio.payload);
    const editor = await studio.person('editor');
    const asked = await statementsOf(() => editor.get('/api/articles?draft=true&locale=vi&sort=-updatedAt&limit=10'));
    const bySeals = asked.filter((query) => /version_seal" in/.test(query));
    const [total = ''] = bySeals.filter((query) => query.startsWith('select count('));
    const [page = ''] = bySeals.filter((query) => query !== total);
    expect(page + total).not.toMatch(/markings/);
    expect(await planOf(page)).toMatch(/^SEARCH _articles_v USING INDEX _articles_v_latest_updated_seal_idx/);
    expect(await planOf(total)).toMatch(
      /^SEARCH _articles_v USING COVERING INDEX _articles_v_latest_(updated_)?seal_idx/,
    );
  });

  it('keeps the newest 200 of a document and no more', async () => {
    const { payload } = studio;
    const { id } = await payload.create({ collection: 'articles', data: { title: 'Chợ' }, locale: 'vi', draft: true });
    const count = async () => (await run(`SELECT id AS detail FROM _articles_v WHERE parent_id = '${id}'`)).rows.length;
    const save = (title: string) =>
      payload.update({ collection: 'articles', id, data: { title }, locale: 'vi', draft: true });
    await save('Chợ 1');
    expect(await count()).toBe(2);
    await run(olderVersionsOf(String(id), 204));
    await save('Chợ 2');
    expect(await count()).toBeLessThanOrEqual(200);
    expect(await payload.findByID({ collection: 'articles', id, locale: 'vi', draft: true })).toMatchObject({
      title: 'Chợ 2',
    });
  });

  it('goes on being written to', async () => {
    const made = await studio.payload.create({ collection: 'topics', data: { name: 'Chợ' }, locale: 'vi' });
    await studyIndexes(studio.payload);
    expect(await studio.payload.findByID({ collection: 'topics', id: made.id, locale: 'vi' })).toMatchObject({
      name: 'Chợ',
    });
  });
});

interface Client {
  execute(statement: { readonly sql: string; readonly args: readonly unknown[] }): Promise<unknown>;
}

interface Answer {
  readonly rows: { readonly detail: string }[];
}

/** 400 documents with ten versions each, published in one language. */
const manyVersions = [
  'PRAGMA foreign_keys = OFF',
  `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 3999)
   INSERT INTO _articles_v (id, parent_id, latest) SELECT 'version-' || i, 'article-' || (i / 10), i % 10 = 9 FROM n`,
  `INSERT INTO _articles_v_locales (_parent_id, _locale, version__status) SELECT id, 'vi', 'published' FROM _articles_v`,
];

const olderVersionsOf = (id: string, count: number): string => `
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
  INSERT INTO _articles_v (id, parent_id, latest, updated_at)
  SELECT '${id}-' || i, '${id}', 0, strftime('%Y-%m-%dT%H:%M:%fZ', '2020-01-01', i || ' minutes') FROM n`;
