import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryBench, type Node, openBench, publicUrl, put } from '../support/delivery-node.ts';
import { agency, article, event, image, newId, place, topic } from '../support/records.ts';

let bench: DeliveryBench;
let node: Node;

const all = ['vi', 'en', 'fr', 'zh-Hans'] as const;
const culture = topic('van-hoa', { locales: all });
const market = place('cho-ben-thanh', { locales: ['vi', 'en'] });
const office = agency('so-du-lich', { locales: ['vi'] });
const festival = event('le-hoi-song-nuoc', {
  locales: all,
  over: { topics: [culture.id], place: market.id, organiser: office.id, startsAt: '2026-05-01T01:00:00.000Z' },
});
const fair = event('hoi-cho', {
  locales: ['vi'],
  over: { kind: 'fair', startsAt: '2026-04-01T01:00:00.000Z', endsAt: '2026-04-02T01:00:00.000Z' },
});
let cover: ReturnType<typeof image>;
let lead: ReturnType<typeof article>;
const onlyVietnamese = article('chi-tieng-viet', { over: { publishedAt: '2026-02-01T08:00:00.000Z' } });
const hidden = newId();

let early: ReturnType<typeof image>;
const crops = {
  '16:9': { x: 0, y: 400, width: 1800, height: 1013, set: true as const },
  '4:3': { x: 134, y: 0, width: 2133, height: 1600 },
  '1:1': { x: 400, y: 0, width: 1600, height: 1600 },
  '9:16': { x: 750, y: 0, width: 900, height: 1600 },
};

const json = async (path: string) => {
  const response = await node.get(path);
  expect(response.status, path).toBe(200);
  return response.json();
};

beforeAll(async () => {
  bench = await openBench();
  const webp = await bench.writer.putBlob(Buffer.from('these are WebP bytes'));
  const jpeg = await bench.writer.putBlob(Buffer.from('these are JPEG bytes'));
  cover = image('cho-luc-binh-minh', [webp, jpeg], { locales: ['vi', 'en'], over: { topics: [culture.id], crops } });
  early = image('anh-cu', [webp], { locales: ['fr'], over: { date: null } });
  lead = article('ben-thanh-thuc-giac', {
    locales: ['vi', 'en', 'fr'],
    over: {
      cover: cover.id,
      topics: [culture.id],
      places: [market.id],
      agency: office.id,
      body: [
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Dawn' }] },
        {
          type: 'paragraph',
          children: [
            {
              type: 'link',
              to: { document: { type: 'article', id: onlyVietnamese.id } },
              children: [{ type: 'text', text: 'one' }],
            },
            {
              type: 'link',
              to: { document: { type: 'article', id: hidden } },
              children: [{ type: 'text', text: 'two' }],
            },
          ],
        },
        { type: 'image', image: cover.id, caption: 'At dawn' },
        { type: 'image', image: hidden, caption: 'Never seen' },
        {
          type: 'facts',
          title: 'In short',
          blocks: [{ type: 'paragraph', children: [{ type: 'text', text: '1914' }] }],
        },
      ],
    },
  });
  const records = [lead, culture, market, office, festival, fair, cover, early, onlyVietnamese];
  const sequence = await bench.append(records.map(put));
  node = await bench.start('node');
  await node.reach(sequence);
});
afterAll(() => bench[Symbol.asyncDispose]());

describe('one document', () => {
  it('is found by slug and by id, whole, with everything that a page needs', async () => {
    const { data, meta } = await json('/v1/en/articles/ben-thanh-thuc-giac-en');
    expect(await json(`/v1/en/articles/${lead.id}`)).toEqual({ data, meta });
    expect(data).toMatchObject({
      id: lead.id,
      type: 'article',
      slug: 'ben-thanh-thuc-giac-en',
      language: { requested: 'en', served: 'en', source: 'vi', state: 'human' },
      alternates: [
        { locale: 'vi', slug: 'ben-thanh-thuc-giac', href: `${publicUrl}/v1/vi/articles/ben-thanh-thuc-giac` },
        { locale: 'fr' },
      ],
      topics: [{ id: culture.id, slug: 'van-hoa-en', language: 'en' }],
      agency: { id: office.id, slug: 'so-du-lich', language: 'vi' },
      cover: { id: cover.id, language: 'en', credit: 'Lê Văn A', focus: [0.5, 0.5] },
    });
    expect(data.cover.sources[0].href).toMatch(
      new RegExp(`^${publicUrl}/images/${cover.id}/640w-[0-9a-f]{16}\\.webp$`),
    );
  });

  it('shows pictures in four shapes, set by hand or around their focus, each with an address that is cut', async () => {
    const { data } = await json('/v1/en/articles/ben-thanh-thuc-giac-en');
    const { crops } = data.cover;
    expect(crops['16:9']).toMatchObject({ x: 0, y: 0.25, width: 0.75, height: 0.633125, set: true });
    expect(crops['1:1']).toMatchObject({ x: 0.166667, y: 0, width: 0.666667, height: 1, set: false });
    expect(data.body.blocks.find(({ type }: { type: string }) => type === 'image').picture.crops).toEqual(crops);
    const picture = (await json(`/v1/vi/images/${cover.id}`)).data;
    expect(picture.crops).toEqual(crops);
    expect(crops['16:9'].href).toBe(`${picture.iiif.service}/pct:0,25,75,63.3125/max/0/default.jpg`);
    // A picture that was released before there were any
    const old = (await json(`/v1/vi/images/${early.id}`)).data;
    expect(old.crops['1:1']).toMatchObject({ x: 0.166667, width: 0.666667, set: false });
    expect(old).toMatchObject({ uses: null, territories: null, usageText: null });
  });

  it('has a body three times that says the same, without what cannot be seen', async () => {
    const { data } = await json('/v1/en/articles/ben-thanh-thuc-giac-en');
    const { html, text, blocks } = data.body;
    expect(html).toContain(`<a href="${publicUrl}/v1/en/articles/${onlyVietnamese.id}">one</a>two`);
    expect(html).toContain('<aside><h3>In short</h3><p>1914</p></aside>');
    expect(html).not.toMatch(/<script|style=|class=|\sid=/);
    expect(text).toBe('Dawn\n\nonetwo\n\nAt dawn\n\nIn short\n\n1914');
    expect(blocks.map((block: { type: string }) => block.type)).toEqual(['heading', 'paragraph', 'image', 'facts']);
    expect(JSON.stringify(data)).not.toContain(hidden);
  });

  it('falls back as a whole and says so, or not at all', async () => {
    const { data } = await json(`/v1/zh-Hans/articles/${lead.id}`);
    expect(data.language).toMatchObject({ requested: 'zh-Hans', served: 'vi' });
    expect(data.title).toBe('ben-thanh-thuc-giac (vi)');
    expect(data.topics[0].language).toBe('vi');
    const refused = await node.get(`/v1/zh-Hans/articles/${lead.id}?fallback=none`);
    expect(refused.status).toBe(404);
  });

  it('is found in a language that it lacks by the slug that its card shows there', async () => {
    const { data } = await json('/v1/fr/articles/chi-tieng-viet');
    expect(data.language.served).toBe('vi');
  });

  it('is not found by a slug of another language that it has', async () => {
    expect((await node.get('/v1/en/articles/ben-thanh-thuc-giac')).status).toBe(404);
  });

  it('is not found under another type', async () => {
    expect((await node.get(`/v1/vi/events/${lead.id}`)).status).toBe(404);
  });
});

describe('pictures', () => {
  it('are served under the addresses that documents name', async () => {
    const { data } = await json(`/v1/vi/images/${cover.id}`);
    for (const [index, type] of ['image/webp', 'image/jpeg'].entries()) {
      const { pathname } = new URL(data.sources[index].href);
      const file = await node.get(pathname);
      expect(file.headers.get('content-type')).toBe(type);
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await file.text()).toMatch(/^these are /);
      const again = await node.get(pathname, { headers: { 'if-none-match': file.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
    }
  });

  it('are not found under names that nobody gave', async () => {
    for (const name of ['640w-0000000000000000.webp', '..%2f..%2fprojection.db', 'x'])
      expect((await node.get(`/images/${cover.id}/${name}`)).status).toBe(404);
  });
});

describe('lists', () => {
  it('hold cards in every language asked for', async () => {
    for (const locale of all) {
      const { data, page } = await json(`/v1/${locale}/articles`);
      expect(data).toHaveLength(2);
      expect(page).toEqual({ next: null, limit: 20 });
      expect(data[0]).not.toHaveProperty('body');
    }
  });

  it('leave out with fallback=none what does not exist in the language', async () => {
    expect((await json('/v1/fr/articles?fallback=none')).data).toHaveLength(1);
    expect((await json('/v1/zh-Hans/articles?fallback=none')).data).toHaveLength(0);
  });

  it.each([
    ['/v1/en/articles?topic=van-hoa-en', 1],
    [`/v1/en/articles?topic=${culture.id}`, 1],
    ['/v1/en/articles?topic=van-hoa', 0],
    ['/v1/vi/articles?place=cho-ben-thanh', 1],
    ['/v1/vi/articles?agency=so-du-lich', 1],
    ['/v1/vi/articles?agency=nobody', 0],
    ['/v1/vi/articles?publishedFrom=2026-02-15', 1],
    ['/v1/vi/articles?publishedTo=2026-02-01', 1],
    ['/v1/vi/articles?publishedTo=2026-01-31', 0],
    ['/v1/vi/articles?updatedSince=2026-03-01T08:00:00Z', 2],
    ['/v1/vi/articles?updatedSince=2026-03-01T08:00:01Z', 0],
    ['/v1/vi/events?kind=festival', 1],
    ['/v1/vi/events?status=confirmed', 2],
    ['/v1/vi/events?place=cho-ben-thanh', 1],
    ['/v1/vi/events?agency=so-du-lich', 1],
    ['/v1/vi/events?startsFrom=2026-04-15', 1],
    ['/v1/vi/events?startsTo=2026-04-15', 1],
    ['/v1/vi/events?endsFrom=2026-04-03', 1],
    ['/v1/vi/images?takenFrom=2018&takenTo=2018', 1],
    ['/v1/vi/images?takenFrom=2018-06', 0],
    ['/v1/vi/images?takenTo=2018-05-01', 1],
    ['/v1/vi/images?topic=van-hoa', 1],
    ['/v1/vi/places', 1],
    ['/v1/vi/topics?sort=title', 1],
    ['/v1/vi/agencies', 1],
  ])('%s holds %i', async (path, count) => {
    expect((await json(path)).data).toHaveLength(count);
  });

  it('sort by what they are asked for', async () => {
    const slugs = async (path: string) => (await json(path)).data.map((card: { slug: string }) => card.slug);
    expect(await slugs('/v1/vi/articles')).toEqual(['ben-thanh-thuc-giac', 'chi-tieng-viet']);
    expect(await slugs('/v1/vi/articles?sort=oldest')).toEqual(['chi-tieng-viet', 'ben-thanh-thuc-giac']);
    expect(await slugs('/v1/vi/events')).toEqual(['hoi-cho', 'le-hoi-song-nuoc']);
  });
});
