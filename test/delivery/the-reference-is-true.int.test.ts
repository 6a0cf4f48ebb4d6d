import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryBench, type Node, openBench, put, withdraw } from '../support/delivery-node.ts';
import { agency, article, event, image, place, topic } from '../support/records.ts';

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema?: object; readonly example?: unknown }>>;
  readonly $ref?: string;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly responses: Readonly<Record<string, Described>> } }>
  >;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, Described>>;
  };
}

let bench: DeliveryBench;
let node: Node;
let document: Document;
let ajv: Ajv2020;
const ids: Record<string, string> = {};
let file = '';

beforeAll(async () => {
  bench = await openBench();
  node = await bench.start('node');
  const sha = await bench.writer.putBlob(Buffer.from('a picture'));
  const text = [{ type: 'text' as const, text: 'x', marks: ['bold' as const] }];
  const item = { children: text };
  const cell = { header: true, colSpan: 1, rowSpan: 1, children: text };
  const [subject, spot, office] = [topic('chu-de'), place('cho'), agency('so')];
  const picture = image('anh', [sha], { over: { topics: [subject.id] } });
  const story = article('bai', {
    locales: ['vi', 'en'],
    formerSlugs: { vi: ['bai-cu'] },
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
  const gone = article('mat');
  const records = [subject, spot, office, picture, story, party, gone];
  await bench.append(records.map(put));
  await node.reach(await bench.append([withdraw(gone)]));
  for (const record of records) ids[record.type] ??= record.id;
  ids.gone = gone.id;
  document = await (await node.get('/openapi.json')).json();
  const listed = await (await node.get('/v1/vi/images/anh')).json();
  file = new URL(listed.data.sources[0].href).pathname;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', ...document });
});
afterAll(() => bench[Symbol.asyncDispose]());

const responseOf = (path: string, status: number): Described => {
  const described = document.paths[path]?.get.responses[String(status)];
  expect(described, `${path} ${status} is documented`).toBeDefined();
  const name = described?.$ref?.split('/').at(-1);
  return (name ? document.components.responses[name] : described) ?? {};
};

const rooted = (schema: object): object => JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"api#/'));

const validatorOf = (path: string, status: number, type: string): ValidateFunction => {
  const schema = responseOf(path, status).content?.[type]?.schema;
  expect(schema, `${path} ${status} ${type} has a schema`).toBeDefined();
  return ajv.compile(rooted(schema ?? {}));
};

const check = async (path: string, asked: string, status: number, init?: RequestInit): Promise<void> => {
  const response = await node.get(asked, init);
  expect(response.status, asked).toBe(status);
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (type === '') {
    responseOf(path, status);
    return;
  }
  const validate = validatorOf(path, status, type);
  if (!type.endsWith('json')) return;
  const valid = validate(await response.json());
  expect(validate.errors ?? [], asked).toEqual([]);
  expect(valid).toBe(true);
};

const types = [
  ['articles', 'article'],
  ['events', 'event'],
  ['images', 'image'],
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
    await check(one, at(`/${ids[type]}`), 200);
    await check(one, `/v1/fr/${name}/${ids[type]}`, 200);
    await check(list, at(''), 304, { headers: { 'if-none-match': '*' } });
    await check(one, at(`/${ids[type]}`), 304, { headers: { 'if-none-match': '*' } });
    await check(list, `/v1/zh/${name}`, 308);
    await check(one, `/v1/zh/${name}/x`, 308);
    await check(list, at('?x=1'), 400);
    await check(one, at('/x?x=1'), 400);
    await check(list, `/v1/de/${name}`, 404);
    await check(one, at('/none'), 404);
    await check(list, at(''), 405, { method: 'POST' });
    await check(one, at('/none'), 405, { method: 'DELETE' });
  });
});

it('says what a document answers that moved or is withdrawn', async () => {
  await check('/v1/{locale}/articles/{idOrSlug}', '/v1/vi/articles/bai-cu', 301);
  await check('/v1/{locale}/articles/{idOrSlug}', `/v1/vi/articles/${ids.gone}`, 410);
});

it('says what files, health, status, metrics and the reference answer', async () => {
  await check('/images/{id}/{file}', file, 200);
  await check('/images/{id}/{file}', file, 304, { headers: { 'if-none-match': '*' } });
  await check('/images/{id}/{file}', '/images/x/y', 404);
  await check('/images/{id}/{file}', `${file}?x=1`, 400);
  for (const path of [
    '/health',
    '/status',
    '/metrics',
    '/openapi.json',
    '/docs',
    '/docs/start.js',
    '/docs/reference.js',
  ])
    await check(path, path, 200);
  await check('/', '/', 302);
  await check('/health', '/health', 405, { method: 'POST' });
});

it('says what a node answers that is not ready', async () => {
  const blank = await bench.start('blank', { feedUrl: `${bench.folder}/nowhere` });
  for (const [path, asked] of [
    ['/v1/{locale}/articles', '/v1/vi/articles'],
    ['/v1/{locale}/articles/{idOrSlug}', '/v1/vi/articles/x'],
    ['/images/{id}/{file}', '/images/x/y'],
  ] as const) {
    const response = await blank.get(asked);
    expect(response.status).toBe(503);
    const validate = validatorOf(path, 503, 'application/problem+json');
    expect(validate(await response.json())).toBe(true);
  }
});

it('is OpenAPI 3.1, documents every route that there is, and none that there is not', async () => {
  expect(document.openapi).toBe('3.1.0');
  for (const path of Object.keys(document.paths)) {
    const asked = path.replace('{locale}', 'vi').replaceAll(/\{\w+\}/g, 'x');
    const response = await node.get(asked, { method: 'DELETE' });
    expect([path, response.status]).toEqual([path, 405]);
  }
});

it('has examples that are what it says they must be', () => {
  let examples = 0;
  for (const [path, { get }] of Object.entries(document.paths))
    for (const [status, described] of Object.entries(get.responses))
      for (const [type, { example }] of Object.entries(described.content ?? {})) {
        if (example === undefined) continue;
        examples += 1;
        const validate = validatorOf(path, Number(status), type);
        validate(example);
        expect(validate.errors ?? [], path).toEqual([]);
      }
  expect(examples).toBeGreaterThanOrEqual(13);
});

it('promises closed shapes: nothing that is not listed can be answered', () => {
  const open = Object.entries(document.components.schemas).filter(
    ([, schema]) =>
      'properties' in schema && !('additionalProperties' in schema && schema.additionalProperties === false),
  );
  expect(open.map(([name]) => name)).toEqual([]);
});
