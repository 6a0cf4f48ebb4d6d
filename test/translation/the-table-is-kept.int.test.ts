import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFollowed, settled } from '#editorial/beside/followed.ts';
import { openIndexDatabase } from '#editorial/beside/index-database.ts';
import { type CoverageIndex, openCoverageIndex } from '#editorial/translation/coverage/index/coverage-index.ts';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { statesOf } from './support/table.ts';

describe.each(databasesInTurn)('the index of the table of translations on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let id: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    id = await write('Chợ');
  }, 120_000);
  afterAll(() => studio?.close());

  const write = async (title: string): Promise<string> => {
    const data = { title, summary: 'Tóm tắt.', body: bodyOf(['Một.']) };
    const made = await editor.post('/api/articles?locale=vi', data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id;
  };
  const newFile = (): string => join(studio.folder, `${randomUUID()}.db`);
  const opened = async (file: string): Promise<CoverageIndex> => {
    const index = openCoverageIndex(studio.payload, file);
    await index.ready();
    return index;
  };
  const titleIn = ({ columns }: CoverageIndex): string | undefined =>
    columns.titles[columns.rowOf(`articles/${id}`) ?? -1]?.vi;
  /** Writes into the file what no document says, so that it shows whether it was read or made anew. */
  const forge = (file: string, ...statements: string[]): void => {
    const forged = new DatabaseSync(file);
    for (const statement of statements) forged.exec(statement);
    forged.close();
  };
  /** Rows of the outbox that stand shortly before the newest one are looked at again: those of the article are made old. */
  const letTimePass = async (): Promise<void> => {
    const at = new Date(Date.now() - 3_600_000).toISOString();
    await studio.payload.db.updateMany({ collection: 'outbox', where: { documentId: { equals: id } }, data: { at } });
    await studio.payload.create({ collection: 'topics', locale: 'vi', data: { name: randomUUID() } as never });
  };
  const otherTitle = `UPDATE document SET data = json_set(data, '$.titles.vi', 'Từ tệp')`;

  it('is read from its file after a restart, and nothing is computed again', async () => {
    await letTimePass();
    const file = newFile();
    (await opened(file))[Symbol.dispose]();
    forge(file, otherTitle);
    using again = await opened(file);
    expect(titleIn(again)).toBe('Từ tệp');
  });

  it('is compared with the database where it was made from another one, and mended where that differs', async () => {
    await letTimePass();
    const file = newFile();
    (await opened(file))[Symbol.dispose]();
    const strange = JSON.stringify({ id: randomUUID(), at: new Date().toISOString() });
    forge(file, otherTitle, `UPDATE meta SET value = '${strange}' WHERE key = 'anchor'`);
    {
      using same = await opened(file);
      expect(titleIn(same)).toBe('Từ tệp');
    }
    const gone = `INSERT INTO document SELECT 9999, 'articles/gone', json_set(data, '$.id', 'gone') FROM document LIMIT 1`;
    const stamp = `UPDATE document SET data = json_set(data, '$.stamp', 'other') WHERE key = 'articles/${id}'`;
    forge(file, stamp, gone, `UPDATE meta SET value = 'null' WHERE key = 'anchor'`);
    using mended = await opened(file);
    expect(titleIn(mended)).toBe('Chợ');
    expect(mended.columns.rowOf('articles/gone')).toBeUndefined();
  });

  it('is made anew where it is lost or of another version', async () => {
    const file = newFile();
    (await opened(file))[Symbol.dispose]();
    forge(file, otherTitle, 'PRAGMA user_version = 99');
    using anew = await opened(file);
    expect(titleIn(anew)).toBe('Chợ');
  });

  it('catches up with what was written while nobody followed', async () => {
    const file = newFile();
    (await opened(file))[Symbol.dispose]();
    const { body } = await editor.get(`/api/articles/${id}?draft=true&depth=0`);
    const saved = await editor.patch(`/api/articles/${id}?locale=en`, { title: 'Market', revision: body.revision });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    using again = await opened(file);
    expect(again.columns.titles[again.columns.rowOf(`articles/${id}`) ?? -1]).toEqual({ vi: 'Chợ', en: 'Market' });
    expect(await statesOf(editor, id)).toBe('source in-translation missing missing');
  });

  it('says how far it is while the first comparison lasts, and answers when it is over', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    using file = openIndexDatabase(null, { version: 1, tables: '' });
    const compareAll = async (tell: (progress: { done: number; total: number }) => void) => {
      tell({ done: 1, total: 4 });
      await promise;
    };
    const followed = openFollowed({ payload: studio.payload, file, compareAll, take: () => Promise.resolve() });
    const asked = settled(followed, 'coverage-indexing');
    await expect(asked).rejects.toMatchObject({ code: 'coverage-indexing', values: { percent: 25 } });
    resolve();
    await followed.ready();
    await settled(followed, 'coverage-indexing');
    expect(file.anchor()).not.toBeNull();
  });

  it('leaves out what it cannot read, and shows everything else', async () => {
    const other = await write('Cầu');
    await studio.payload.db.create({
      ...{ collection: 'translations', customID: `articles/${other}/en` },
      data: {
        id: `articles/${other}/en`,
        collection: 'articles',
        documentId: other,
        locale: 'en',
        revision: 1,
        units: 'no',
      },
    });
    using index = await opened(newFile());
    expect(titleIn(index)).toBe('Chợ');
    expect(index.columns.rowOf(`articles/${other}`)).toBeDefined();
  });
});
