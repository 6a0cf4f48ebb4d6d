import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { bodyOf } from '../../test/support/lexical.ts';
import { type Studio, startStudio } from '../../test/support/studio.ts';
import type { Person } from '../../test/support/studio-people.ts';
import { copiedTables } from './copy-rows.ts';
import { multiplyArticles } from './multiply.ts';

type Doc = Record<string, unknown> & { id: string; slug: Record<string, string>; marking: string };

const minutes = 60_000;
let studio: Studio;
let editor: Person;
let publisher: Person;
const file = () => studio.values.databaseUrl.slice('file:'.length);

const ok = (answer: { status: number; body: unknown }) => {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
};

const write = async (published: readonly string[]): Promise<string> => {
  const topic = await studio.payload.create({ collection: 'topics', data: { name: 'Chợ' }, locale: 'vi' });
  const first = { title: 'Chợ', topics: [topic.id] };
  const made = await editor.post('/api/articles?locale=vi', first);
  ok(made);
  const { id } = made.body.doc as { id: string };
  for (const locale of studioLocales) {
    const words = { title: `Chợ ${locale}`, summary: 'Sáng.', body: bodyOf([`Chợ ${locale}`]) };
    ok(await editor.patch(`/api/articles/${id}?locale=${locale}`, words));
  }
  for (const locale of published) ok(await publisher.post(`/api/articles/${id}/publish`, { locale }));
  return id;
};

const all = { collection: 'articles', limit: 0, pagination: false } as const;
const rows = async () => (await studio.payload.db.find<Doc>(all)).docs;
const versionsOf = async (id: string) => {
  const where = { parent: { equals: id } };
  const { docs } = await studio.payload.db.findVersions<Doc>({ ...all, where, sort: 'updatedAt' });
  return docs;
};

/** What must be the same in a copy. */
const essence = ({ id, marking, slug, title, ...rest }: Record<string, unknown>) => rest;

beforeAll(async () => {
  studio = await startStudio();
  editor = await studio.person('editor');
  publisher = await studio.person('publisher');
}, 2 * minutes);
afterAll(() => studio?.close());

it(
  'copies what is public in four languages as Payload itself would read it, and nothing else',
  async () => {
    const id = await write(studioLocales);
    await write(['vi', 'en']);
    const told: number[] = [];
    expect(multiplyArticles(file(), 5, (done) => told.push(done))).toBe(3);
    expect(told.at(-1)).toBe(3);

    const docs = await rows();
    const original = docs.find((doc) => doc.id === id);
    const copies = docs.filter((doc) => doc.slug.vi?.startsWith(`${original?.slug.vi}-`) && doc.slug.fr);
    expect(docs).toHaveLength(5);
    const made = copies.filter((doc) => /-[123]$/.test(doc.slug.fr ?? ''));
    expect(made).toHaveLength(3);
    for (const copy of made) {
      expect(essence(copy)).toEqual(essence(original ?? {}));
      const marking = await studio.payload.findByID({ collection: 'markings', id: copy.marking, overrideAccess: true });
      expect(marking).toMatchObject({ level: 'public', seal: 'public|', subjectId: copy.id, subjectType: 'articles' });
      const [ours, theirs] = [await versionsOf(copy.id), await versionsOf(id)];
      expect(ours).toHaveLength(theirs.length);
      const versions = ours.map(({ version }) => version as Doc);
      expect(versions.map(essence)).toEqual(theirs.map(({ version }) => essence(version as Doc)));
      expect(new Set(versions.map(({ marking }) => marking))).toEqual(new Set([copy.marking]));
    }
  },
  2 * minutes,
);

it(
  'makes documents that people go on with',
  async () => {
    const copy = (await rows()).find((doc) => /-1$/.test(doc.slug.fr ?? '') && doc.slug.zh);
    const saved = await editor.patch(`/api/articles/${copy?.id}?locale=en&draft=true`, { title: 'Anew' });
    ok(saved);
    ok(await publisher.post(`/api/articles/${copy?.id}/publish`, { locale: 'en' }));
    const read = await publisher.get(`/api/articles/${copy?.id}?locale=en`);
    expect(read.body).toMatchObject({ title: 'Anew', slug: copy?.slug.en, _status: 'published' });
  },
  minutes,
);

it('knows every table that holds something of an article', () => {
  const database = new DatabaseSync(file(), { readOnly: true });
  const names = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
  const owned = names.filter(({ name }) => /^_?(articles|markings)(_|$)/.test(String(name)));
  database.close();
  expect(owned.map(({ name }) => String(name)).sort()).toEqual([...copiedTables].sort());
});
