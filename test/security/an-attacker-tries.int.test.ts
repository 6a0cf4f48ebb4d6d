import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#access/viewer.ts';
import { change } from '../support/change.ts';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

/** What exists and is hidden, beside what does not exist: every answer must be the same for both. */
interface World {
  readonly article: string;
  readonly image: string;
  readonly marking: string;
  readonly review: string;
  readonly version: string;
  /** Picture that an old version of a document of the attacker’s own shows. */
  readonly old: string;
  readonly word: string;
}
const nothing: World = {
  article: '3f0e0000-0000-4000-8000-000000000001',
  image: '3f0e0000-0000-4000-8000-000000000002',
  marking: '3f0e0000-0000-4000-8000-000000000003',
  review: '3f0e0000-0000-4000-8000-000000000004',
  version: '3f0e0000-0000-4000-8000-000000000005',
  old: '3f0e0000-0000-4000-8000-000000000006',
  word: 'CANARYc0ffee',
};

type Ask = [method: string, path: (world: World) => string, body?: (world: World) => object];

const linkTo = (world: World) => {
  const link = { type: 'link', version: 3, direction: 'ltr', format: '', indent: 0, id: '65f0000000000000000000aa' };
  const fields = {
    linkType: 'internal',
    newTab: false,
    url: '',
    doc: { relationTo: 'articles', value: world.article },
  };
  const body = bodyOf(['Xem']);
  const paragraph = body.root.children[0] as { children: object[] };
  paragraph.children = [{ ...link, fields, children: paragraph.children }];
  return body;
};

const writes: Ask[] = [
  ['POST', () => '/api/articles?locale=vi', ({ image }) => ({ title: 'A', cover: image })],
  ['POST', () => '/api/events?locale=vi', ({ image }) => ({ title: 'A', cover: image })],
  ['POST', () => '/api/articles?locale=vi', ({ image }) => ({ title: 'A', body: bodyOf(['B'], [image]) })],
  ['POST', () => '/api/articles?locale=vi', (world) => ({ title: 'A', body: linkTo(world) })],
  ['PATCH', () => '/api/articles/{own}?locale=vi', ({ image }) => ({ cover: image })],
  ['PATCH', () => '/api/articles/{own}?locale=vi', (world) => ({ body: linkTo(world) })],
  ['PATCH', () => '/api/articles/{own}?locale=vi', ({ marking }) => ({ title: 'Chợ', marking })],
  ['PATCH', ({ article }) => `/api/articles?locale=vi&where[id][equals]=${article}`, () => ({ title: 'A' })],
  ['DELETE', ({ article }) => `/api/articles?where[id][equals]=${article}`],
  ['POST', ({ article }) => `/api/articles/${article}/duplicate?locale=vi`, () => ({})],
  ['POST', ({ version }) => `/api/articles/versions/${version}?locale=vi`, () => ({})],
  ['PATCH', ({ marking }) => `/api/markings/${marking}?locale=vi`, () => ({ level: 'public' })],
  ['POST', () => '/api/images/release', ({ image }) => ({ ids: [image] })],
  ['PATCH', ({ review }) => `/api/reviews/${review}?locale=vi`, () => ({ state: 'approved' })],
  ['DELETE', ({ review }) => `/api/reviews/${review}`],
];

const query =
  (path: string, words: (world: World) => string): Ask[1] =>
  (world) =>
    `/api/${path}${path.includes('?') ? '&' : '?'}${words(world)}`;

const reads: Ask[1][] = [
  ...['articles', 'articles/count', 'articles?draft=true', 'articles?trash=true', 'articles?locale=all'].flatMap(
    (path) => [
      query(path, ({ article }) => `where[id][equals]=${article}`),
      query(path, ({ article }) => `where[id][in][0]=${article}`),
      query(path, ({ word }) => `where[title][like]=${word}`),
      query(path, ({ word }) => `where[or][0][summary][contains]=${word}`),
      query(path, ({ image }) => `where[cover][equals]=${image}`),
      query(path, ({ word }) => `where[cover.title][like]=${word}`),
      query(path, ({ word }) => `where[cover__credit][like]=${word}`),
      query(path, ({ marking }) => `where[marking][equals]=${marking}`),
      query(path, ({ word }) => `where[marking.basis][like]=${word}`),
    ],
  ),
  query('articles/versions', ({ article }) => `where[parent][equals]=${article}`),
  query('articles/versions', ({ word }) => `where[version.title][like]=${word}`),
  query('articles/versions', ({ image }) => `where[version.cover][equals]=${image}`),
  query('articles/versions', ({ image }) => `where[version.shows][contains]=${image}`),
  query('articles/versions', ({ old }) => `where[version.cover][equals]=${old}`),
  query('articles/versions', ({ old }) => `where[version.shows][contains]=${old}`),
  query('articles', ({ old }) => `where[cover][equals]=${old}`),
  query('images', ({ word }) => `where[credit][equals]=${word}`),
  query('images/count', ({ word }) => `where[alt][like]=${word}`),
  query('markings', ({ article }) => `where[subjectId][equals]=${article}`),
  query('reviews', ({ article }) => `where[documentId][equals]=${article}`),
  query('reviews', ({ word }) => `where[note][like]=${word}`),
  ({ article }) => `/api/articles/${article}?depth=2&select[title]=true&populate[images][title]=true&joins=false`,
  ({ article }) => `/api/articles/${article}?trash=true&draft=true&locale=all`,
  ({ version }) => `/api/articles/versions/${version}?depth=2`,
  ({ review }) => `/api/reviews/${review}?depth=2`,
  ({ marking }) => `/api/markings/${marking}?depth=2`,
  ({ image }) => `/api/images/${image}/file?width=320`,
];

describe.each(databases)('an attacker learns nothing, on %s', (database) => {
  let studio: Studio;
  let attacker: Person;
  let officer: Person;
  let hidden: World;
  let own: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    attacker = await studio.person([...roles]);
    officer = await studio.person(['security-officer', 'editor', 'curator', 'publisher'], { clearance: 'restricted' });
    const word = 'CANARYdecade';
    const upload = async (title: string) => {
      const form = pictureForm(await pictureBytes(), { title, alt: title, credit: title });
      return (await officer.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form })).body.doc;
    };
    const image = await upload(word);
    const text = { title: `A ${word}`, summary: word, body: bodyOf([word], [image.id]), cover: image.id };
    const article = (await officer.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    const asked = { locale: 'vi', action: 'request', note: word };
    const review = (await officer.post(`/api/articles/${article.id}/review`, asked)).body.id;
    const versions = await officer.get(`/api/articles/versions?where[parent][equals]=${article.id}`);
    const old = await upload('Bìa cũ');
    const mine = { title: 'Chợ', summary: 'C.', body: bodyOf(['C'], [old.id]), cover: old.id };
    own = (await attacker.post('/api/articles?locale=vi&depth=0', mine)).body.doc.id;
    await change(attacker, `/api/articles/${own}?locale=vi&draft=true`, { cover: null, body: bodyOf(['C']) });
    const out = await officer.post(`/api/articles/${own}/publish`, { locale: 'vi' });
    expect(out.status, JSON.stringify(out.body)).toBe(200);
    for (const marking of [image.marking, article.marking, old.marking]) {
      const to = { level: 'restricted', basis: word };
      expect((await officer.post(`/api/markings/${marking}/raise`, to)).status).toBe(200);
    }
    const version = versions.body.docs[0].id;
    hidden = { article: article.id, image: image.id, marking: article.marking, review, version, old: old.id, word };
    expect(Object.values(hidden).every(Boolean)).toBe(true);
  });
  afterAll(() => studio?.close());

  const ask = async ([method, path, words]: Ask, world: World) => {
    const headers = { 'content-type': 'application/json' };
    const sent = words && { body: JSON.stringify(words(world)) };
    const answer = await attacker.send(path(world).replace('{own}', own), { method, headers, ...sent });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    const kept = [...answer.headers].filter(([name]) => name !== 'date').join('; ');
    const passing = /"(revision|updatedAt)":[^,}]+/g;
    const body = JSON.stringify(answer.body).replaceAll(passing, '');
    const told = Object.values(world).reduce((text, one) => text.replaceAll(one, '…'), body);
    return { status: answer.status, kept, told };
  };

  it.each(writes.map((one): [string, Ask] => [`${one[0]} ${one[1](nothing)}`, one]))(
    'R6 R43: by %s',
    async (_what, one) => {
      const answer = await ask(one, hidden);
      expect(answer).toEqual(await ask(one, nothing));
      expect(answer.status).toBeGreaterThanOrEqual(
        one[0] === 'PATCH' && String(one[2]).includes('marking') ? 200 : 400,
      );
    },
  );

  it.each(reads.map((path): [string, Ask[1]] => [path(nothing), path]))(
    'R1 R3 R5 R46: by asking %s',
    async (_what, path) => {
      const one: Ask = ['GET', path];
      expect(await ask(one, hidden)).toEqual(await ask(one, nothing));
    },
  );

  it('R29 R31: by looking into an old version that showed what is hidden now, nor by bringing it back', async () => {
    for (const depth of [0, 1, 2])
      for (const locale of ['vi', 'all']) {
        const { body } = await attacker.get(
          `/api/articles/versions?where[parent][equals]=${own}&depth=${depth}&locale=${locale}`,
        );
        expect(body.totalDocs).toBeGreaterThan(1);
        expect(JSON.stringify(body)).not.toContain(hidden.old);
      }
    const versions = await attacker.get(`/api/articles/versions?where[parent][equals]=${own}&sort=createdAt`);
    const restored = await attacker.post(`/api/articles/versions/${versions.body.docs[0].id}?locale=vi&depth=0`, {});
    expect(restored.status, JSON.stringify(restored.body)).toBe(200);
    expect(JSON.stringify(restored.body)).not.toContain(hidden.old);
    expect(JSON.stringify((await attacker.get(`/api/articles/${own}?draft=true&depth=0`)).body)).not.toContain(
      hidden.old,
    );
    expect(
      JSON.stringify((await officer.get(`/api/articles/versions?where[parent][equals]=${own}&depth=0`)).body),
    ).toContain(hidden.old);
  });

  it('R2: by the order in which documents come', async () => {
    for (const sort of [
      'cover',
      'cover.title',
      '-marking.level',
      'createdBy.email',
      'shows',
      'authors',
      'version.cover',
    ]) {
      const answer = await attacker.get(`/api/articles?draft=true&sort=${sort}`);
      expect([sort, answer.status]).toEqual([sort, sort === 'cover' ? 200 : 400]);
    }
    expect((await attacker.get('/api/articles/versions?sort=version.cover')).status).toBe(400);
  });

  it('by what the studio remembers of their visits', async () => {
    const at = new Date().toISOString();
    const visits = [hidden.article, nothing.article].map((id) => ({ collection: 'articles', id, locale: 'vi', at }));
    expect((await attacker.post('/api/payload-preferences/recently-visited', { value: { visits } })).status).toBe(200);
    const { body } = await attacker.get('/api/desk');
    expect(body.sections.find((one: { key: string }) => one.key === 'recent')).toMatchObject({ count: 0, items: [] });
    expect(JSON.stringify(body)).not.toContain(hidden.word);
  });
});
