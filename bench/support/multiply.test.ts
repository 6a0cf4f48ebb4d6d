import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { change } from '../../test/support/change.ts';
import { bodyOf } from '../../test/support/lexical.ts';
import { type Studio, startStudio } from '../../test/support/studio.ts';
import type { Person } from '../../test/support/studio-people.ts';
import { copiedTables } from './copy-rows.ts';
import { multiplyArticles } from './multiply.ts';

type Doc = Record<string, unknown> & { id: string; slug: Record<string, string>; marking: string };

const minutes = 60_000;
let folder: string;
let values: { databaseUrl: string; secret: string };
let studio: Studio;
let editor: Person;
let publisher: Person;

const open = async () => {
  studio = await startStudio({ values });
  editor = await studio.person('editor');
  publisher = await studio.person('publisher');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benthanh-multiply-'));
  values = { databaseUrl: `file:${join(folder, 'studio.db')}`, secret: randomBytes(24).toString('hex') };
  await open();
}, 2 * minutes);

afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Multiplies while nobody else has the database open, as it must be. */
const multiply = async (wanted: number, progress: (done: number) => void): Promise<number> => {
  await studio.close();
  const added = multiplyArticles(join(folder, 'studio.db'), wanted, progress);
  await open();
  return added;
};

const ok = (answer: { status: number; body: unknown }) => {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
};

const write = async (published: readonly string[]): Promise<string> => {
  const topic = await studio.payload.create({ collection: 'topics', data: { name: 'Chợ' }, locale: 'vi' });
  const made = await editor.post('/api/articles?locale=vi', { title: 'Chợ', topics: [topic.id] });
  ok(made);
  const { id } = made.body.doc as { id: string };
  for (const locale of studioLocales) {
    const words = { title: `Chợ ${locale}`, summary: 'Sáng.', body: bodyOf([`Chợ ${locale}`]) };
    ok(await change(editor, `/api/articles/${id}?locale=${locale}`, words));
  }
  for (const locale of published) ok(await publisher.post(`/api/articles/${id}/publish`, { locale }));
  return id;
};

const all = { collection: 'articles', limit: 0, pagination: false } as const;
const rows = async () => (await studio.payload.db.find<Doc>(all)).docs;
const versionsOf = async (id: string): Promise<Doc[]> => {
  const where = { parent: { equals: id } };
  const { docs } = await studio.payload.db.findVersions<Doc>({ ...all, where, sort: 'updatedAt' });
  return docs.map(({ version }) => version as Doc);
};
const copiesOf = (original: Doc, docs: Doc[]): Doc[] =>
  docs.filter(({ slug }) => new RegExp(`^${original.slug.fr}-\\d+$`).test(slug.fr ?? ''));

/** What must be the same in a copy. */
const essence = ({ id, marking, slug, title, ...rest }: Record<string, unknown>) => rest;

it(
  'copies what is public in four languages as Payload itself would read it, and nothing else',
  async () => {
    const id = await write(studioLocales);
    await write(['vi', 'en']);
    const told: number[] = [];
    expect(await multiply(5, (done) => told.push(done))).toBe(3);
    expect(told.at(-1)).toBe(3);

    const docs = await rows();
    expect(docs).toHaveLength(5);
    const original = docs.find((doc) => doc.id === id) as Doc;
    const copies = copiesOf(original, docs);
    expect(copies).toHaveLength(3);
    const versions = (await versionsOf(id)).map(essence);
    for (const copy of copies) {
      expect(essence(copy)).toEqual(essence(original));
      const marking = await studio.payload.findByID({ collection: 'markings', id: copy.marking, overrideAccess: true });
      expect(marking).toMatchObject({ level: 'public', seal: 'public|', subjectId: copy.id, subjectType: 'articles' });
      const ours = await versionsOf(copy.id);
      expect(ours.map(essence)).toEqual(versions);
      expect(new Set(ours.map((version) => version.marking))).toEqual(new Set([copy.marking]));
    }
  },
  minutes,
);

it(
  'makes documents that people go on with',
  async () => {
    const copy = (await rows()).find(({ slug }) => /-2$/.test(slug.fr ?? ''));
    ok(await change(editor, `/api/articles/${copy?.id}?locale=en&draft=true`, { title: 'Anew' }));
    ok(await publisher.post(`/api/articles/${copy?.id}/publish`, { locale: 'en' }));
    const read = await publisher.get(`/api/articles/${copy?.id}?locale=en`);
    expect(read.body).toMatchObject({ title: 'Anew', slug: copy?.slug.en, _status: 'published' });
  },
  minutes,
);

it('knows every table that holds something of an article', async () => {
  await studio.close();
  const database = new DatabaseSync(join(folder, 'studio.db'), { readOnly: true });
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
  database.close();
  const owned = tables.map(({ name }) => String(name)).filter((name) => /^_?(articles|markings)(_|$)/.test(name));
  expect(owned.sort()).toEqual([...copiedTables].sort());
});
