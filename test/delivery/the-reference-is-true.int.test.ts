import { DatabaseSync } from 'node:sqlite';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryBench, type Node, openBench, put, withdraw } from '../support/delivery-node.ts';
import { agency, album, article, event, image, place, topic } from '../support/records.ts';
import { withFormer, withSlug } from './support/former.ts';
import { openShapes } from './support/open-shapes.ts';
import { shapes } from './support/public-shape.ts';
import { speak, takeApart } from './support/raw-http.ts';
import { openReference, type Reference } from './support/reference.ts';

let bench: DeliveryBench;
let node: Node;
let reference: Reference;
let check: Reference['check'];
const ids: Record<string, string> = {};
let file = '';
let goneFile = '';
let goneId = '';
let goneAlbum = '';
const nobody = { role: null, organisation: null, phone: null, email: null };

beforeAll(async () => {
  bench = await openBench();
  node = await bench.start('node');
  const drawn = sharp({ create: { width: 640, height: 427, channels: 3, background: '#c63' } });
  const sha = await bench.writer.putBlob(await drawn.webp().toBuffer());
  const text = [{ type: 'text' as const, text: 'x', marks: ['bold' as const] }];
  const item = { children: text };
  const cell = { header: true, colSpan: 1, rowSpan: 1, children: text };
  const [subject, spot, office] = [topic('chu-de'), place('cho'), agency('so')];
  const jpeg = await bench.writer.putBlob(await drawn.clone().jpeg().toBuffer());
  const picture = image('anh', [sha, jpeg], { over: { topics: [subject.id], download: true } });
  const story = article('bai', {
    locales: ['vi', 'en', 'zh-Hans', 'zh-Hant'],
    over: {
      cover: picture.id,
      topics: [subject.id],
      places: [spot.id],
      agency: office.id,
      body: [
        { type: 'heading', level: 3, children: text },
        {
          type: 'paragraph',
          children: [...text, { type: 'break' }, { type: 'link', to: { href: 'https://a.test' }, children: text }],
        },
        {
          type: 'paragraph',
          children: [{ type: 'link', to: { document: { type: 'topic', id: subject.id } }, children: text }],
        },
        { type: 'quote', children: text },
        { type: 'rule' },
        { type: 'list', ordered: true, items: [{ ...item, list: { type: 'list', ordered: false, items: [item] } }] },
        { type: 'image', image: picture.id, caption: null },
        { type: 'table', rows: [[cell, { ...cell, header: false }]] },
        { type: 'facts', title: 'Facts', blocks: [{ type: 'list', ordered: false, items: [item] }] },
      ],
    },
  });
  const party = event('le-hoi', {
    over: { cover: picture.id, place: spot.id, organiser: office.id, topics: [subject.id] },
  });
  const shelf = album('bo-anh', [picture.id], {
    over: { cover: picture.id, agency: office.id, press: { text: 'x', contacts: [{ ...nobody, name: 'A' }] } },
  });
  const lost = [topic, place, agency, article, event].map((make) => make('x'));
  const gone = [...lost, album('x', []), image('mat-anh', [sha])].map(withSlug);
  goneId = gone.at(-1)?.id ?? '';
  goneAlbum = gone.find(({ type }) => type === 'album')?.id ?? '';
  const records = [subject, spot, office, picture, story, party, shelf].map(withFormer);
  await bench.append([...records, ...gone].map(put));
  await node.reach(await bench.append([]));
  goneFile = new URL((await (await node.get('/v1/vi/images/mat-image')).json()).data.sources[0].href).pathname;
  await node.reach(await bench.append(gone.map(withdraw)));
  for (const record of records) ids[record.type] ??= record.id;
  const listed = await (await node.get('/v1/vi/images/anh')).json();
  file = new URL(listed.data.sources[0].href).pathname;
  reference = await openReference(node);
  check = reference.check;
});
afterAll(() => bench[Symbol.asyncDispose]());

const types = [
  ['articles', 'article'],
  ['events', 'event'],
  ['images', 'image'],
  ['albums', 'album'],
  ['press-kits', 'album'],
  ['places', 'place'],
  ['topics', 'topic'],
  ['agencies', 'agency'],
] as const;

describe.each(types)('%s', (name, type) => {
  const list = `/v1/{locale}/${name}`;
  const one = `${list}/{idOrSlug}`;

  it('answer as the reference says: found, unchanged, moved, refused', async () => {
    const at = (rest: string) => `/v1/vi/${name}${rest}`;
    await check(list, at(''), 200);
    await check(list, `/v1/zh-Hans/${name}?limit=1`, 200);
    await check(list, `/v1/zh-Hant/${name}?limit=1`, 200);
    await check(one, `/v1/zh-Hant/${name}/${ids[type]}`, 200);
    await check(one, at(`/${ids[type]}`), 200);
    await check(one, `/v1/fr/${name}/${ids[type]}`, 200);
    await check(list, at(''), 304, { headers: { 'if-none-match': '*' } });
    await check(one, at(`/${ids[type]}`), 304, { headers: { 'if-none-match': '*' } });
    await check(list, `/v1/zh/${name}`, 308);
    await check(one, `/v1/zh/${name}/x`, 308);
    await check(one, `/v1/zh-TW/${name}/x`, 308);
    await check(list, `/v1/de/${name}`, 404);
    await check(one, at('/none'), 404);
  });
});

const one = types.map(([name]) => `/v1/{locale}/${name}/{idOrSlug}`);
const lists = types.map(([name]) => `/v1/{locale}/${name}`);
const pictureFile = '/images/{id}/{file}';
const pictureToKeep = '/images/{id}/download/{file}';
const kitFile = '/press-kits/{id}/{file}';
const viewer = '/iiif/3/{id}';
const documents = ['info.json', 'manifest.json'].map((name) => `${viewer}/${name}`);
const ofAlbums = ['manifest.json', 'collection.json'].map((name) => `/iiif/3/albums/{id}/${name}`);
const top = '/iiif/3/albums/collection.json';
const part = `${viewer}/{region}/{size}/{rotation}/{quality}.{format}`;
const operation = ['/health', '/status', '/metrics'];
const pages = ['/openapi.json', '/docs', '/docs/start.js', '/docs/reference.js'];
const alone = [...operation, ...pages];
/** An address that a path stands for. */
const askedAt = (path: string) => path.replace('{locale}', 'vi').replaceAll(/\{\w+\}/g, 'x');

it('says what a document answers that moved or is withdrawn', async () => {
  for (const [name, type] of types) {
    const path = `/v1/{locale}/${name}/{idOrSlug}`;
    await check(path, `/v1/vi/${name}/cu-${type}`, 301);
    await check(path, `/v1/vi/${name}/mat-${type}`, 410);
  }
});

/** A file whole, in part, unchanged and beyond its end. */
const checkParts = async (path: string, asked: string, beyond: number): Promise<void> => {
  await check(path, asked, 200);
  await check(path, asked, 206, { headers: { range: 'bytes=0-3' } });
  await check(path, asked, 304, { headers: { 'if-none-match': '*' } });
  await check(path, asked, 416, { headers: { range: `bytes=${beyond}-` } });
};

it('says what a picture to keep and a press kit answer, whole, in part and gone', async () => {
  await checkParts(pictureToKeep, `/images/${ids.image}/download/anh.jpg`, 99_999);
  await check(pictureToKeep, `/images/${ids.image}/download/khac.jpg`, 404);
  await check(pictureToKeep, `/images/${goneId}/download/mat-anh.jpg`, 410);
  await checkParts(kitFile, `/press-kits/${ids.album}/bo-anh.zip`, 9_999_999);
  await check(kitFile, `/press-kits/${ids.album}/khac.zip`, 404);
  await check(kitFile, `/press-kits/${goneAlbum}/mat-album.zip`, 410);
});

it('says what files of pictures answer, whole, in part and gone', async () => {
  await checkParts(pictureFile, file, 999);
  await check(pictureFile, '/images/x/y', 404);
  await check(pictureFile, goneFile, 410);
});

it('says what viewers are answered, of what is here, unchanged and gone', async () => {
  const at = (id = '', rest = '') => `/iiif/3/${id}${rest}`;
  for (const [path, rest] of [
    ['info.json', '/info.json'],
    ['manifest.json', '/manifest.json'],
  ].map(([name, end]) => [`${viewer}/${name}`, end])) {
    for (const accept of ['application/json', 'application/ld+json'])
      await check(path ?? '', at(ids.image, rest), 200, { headers: { accept } });
    await check(path ?? '', at(ids.image, rest), 304, { headers: { 'if-none-match': '*' } });
  }
  const tile = '/0,0,200,200/100,/0/default.jpg';
  await check(part, at(ids.image, tile), 200);
  await check(part, at(ids.image, tile), 206, { headers: { range: 'bytes=0-3' } });
  await check(part, at(ids.image, tile), 304, { headers: { 'if-none-match': '*' } });
  await check(part, at(ids.image, tile), 416, { headers: { range: 'bytes=9999999-' } });
  await check(part, at(ids.image, '/0,0,200,200/0,/0/default.jpg'), 400);
  await check(viewer, at(ids.image), 303);
  for (const path of [viewer, ...documents, part]) {
    const rest = path === viewer ? '' : path === part ? tile : path.slice(viewer.length);
    await check(path, at('x', rest), 404);
    await check(path, at(goneId, rest), 410);
  }
});

it('says what viewers are answered of albums', async () => {
  for (const path of [...ofAlbums, top]) {
    const asked = path.replace('{id}', ids.album ?? '');
    for (const accept of ['application/json', 'application/ld+json'])
      await check(path, asked, 200, { headers: { accept } });
    await check(path, asked, 304, { headers: { 'if-none-match': '*' } });
  }
  for (const path of ofAlbums) {
    await check(path, path.replace('{id}', 'x'), 404);
    await check(path, path.replace('{id}', goneAlbum), 410);
  }
});

it('says what health, status, metrics and the reference answer', async () => {
  for (const path of alone) await check(path, path, 200);
  for (const path of pages) await check(path, path, 304, { headers: { 'if-none-match': '*' } });
  await check('/', '/', 302);
});

it('says what every address answers to nonsense', async () => {
  for (const path of Object.keys(reference.document.paths)) {
    const asked = askedAt(path);
    await check(path, `${asked}?nonsense=1`, 400);
    await check(path, asked, 405, { method: 'POST' });
    const heard = await speak(node.url, `GET ${asked} HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`);
    reference.hold(path, 431, takeApart(heard), `${asked} with huge headers`);
  }
});

it('says what a node answers that is not ready', async () => {
  const blank = await bench.start('blank', { feedUrl: `${bench.folder}/nowhere` });
  for (const path of [
    ...lists,
    ...one,
    pictureFile,
    pictureToKeep,
    kitFile,
    viewer,
    ...documents,
    ...ofAlbums,
    top,
    part,
  ]) {
    const response = await blank.get(askedAt(path));
    const seen = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
    reference.hold(path, 503, seen, `${path} before the first feed`);
  }
});

it('says what a node answers whose store breaks under it, and tells nobody why', async () => {
  const broken = await bench.start('broken');
  await broken.reach(1);
  {
    using store = new DatabaseSync(`${bench.folder}/broken/projection.db`);
    for (const table of ['card', 'answer', 'image_file', 'dirty', 'kind', 'iiif_source'])
      store.exec(`DROP TABLE ${table}`);
  }
  const cut = [pictureFile, pictureToKeep, kitFile, viewer, ...documents, ...ofAlbums, top, part];
  for (const path of [...lists, ...one, ...cut, '/status', '/metrics']) {
    const response = await broken.get(askedAt(path));
    const seen = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
    reference.hold(path, 500, seen, `${path} without its tables`);
    expect(seen.body).not.toMatch(/table|sql|card|\.ts/i);
  }
  expect((await broken.get('/health')).status).toBe(200);
});

it('leaves nothing that it says unshown', () => {
  const { document, shown } = reference;
  const said = Object.entries(document.paths).flatMap(([path, { get }]) =>
    Object.keys(get.responses).map((status) => `${path} ${status}`),
  );
  // Slowness takes twenty seconds: `rough-clients` shows it. What reads nothing has nothing that could break.
  const elsewhere = (pair: string) => pair.endsWith(' 408');
  const whole = ['/', '/health', ...pages].map((path) => `${path} 500`);
  expect(said.filter((pair) => !shown.has(pair) && !elsewhere(pair)).sort()).toEqual(whole.sort());
});

it('is OpenAPI 3.1, documents every route that there is, and none that there is not', async () => {
  expect(reference.document.openapi).toBe('3.1.0');
  for (const path of Object.keys(reference.document.paths)) {
    const response = await node.get(askedAt(path), { method: 'DELETE' });
    expect([path, response.status]).toEqual([path, 405]);
  }
});

it('has examples that are what it says they must be', () => {
  let examples = 0;
  for (const [path, { get }] of Object.entries(reference.document.paths))
    for (const [status, described] of Object.entries(get.responses))
      for (const [type, { example }] of Object.entries(described.content ?? {})) {
        if (example === undefined) continue;
        examples += 1;
        const validate = reference.validatorOf(path, Number(status), type);
        validate(example);
        expect(validate.errors ?? [], path).toEqual([]);
      }
  expect(examples).toBeGreaterThanOrEqual(13);
});

it('R44: promises closed shapes, and of them what somebody has read, member by member: nothing else can be answered', () => {
  expect(openShapes(reference)).toEqual([]);
  const { said, read } = shapes(reference.document);
  expect(said).toEqual(read);
});
