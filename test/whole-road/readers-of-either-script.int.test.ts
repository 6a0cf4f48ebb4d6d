import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../support/studio.ts';
import { type Made, openRoad, type Road } from './support/road.ts';

const cc = 'http://creativecommons.org/licenses/by/4.0/';
const run = (text: string, format = 0) => ({
  ...{ type: 'text', version: 1, detail: 0, format, mode: 'normal', style: '', text },
});
const paragraphOf = (...children: object[]) => ({
  ...{ type: 'paragraph', direction: 'ltr', format: '', indent: 0, version: 1, textFormat: 0, textStyle: '', children },
});
const richText = (...children: object[]) => ({
  root: { type: 'root', direction: 'ltr', format: '', indent: 0, version: 1, children },
});
const [bold, code] = [1, 16];

/** Simplified as it is written, Traditional as readers get it. */
const words = {
  title: ['头发与城市的发展', '頭髮與城市的發展'],
  summary: ['范五老街的后面，三公里的里面。', '范五老街的後面，三公里的裡面。'],
  topic: ['干净的历史', '乾淨的歷史'],
  place: ['范五老街', '范五老街'],
  address: ['第一郡范五老街后面', '第一郡范五老街後面'],
  alt: ['面条与面对面', '麵條與面對面'],
  caption: ['理发店里的头发', '理髮店裡的頭髮'],
} as const;
type Name = keyof typeof words;
const written = (name: Name): string => words[name][0];
const made = (name: Name): string => words[name][1];

describe.each(databases)('readers of either Chinese script, on %s', (database) => {
  let road: Road;
  let image: Made;
  let article: Made;
  let slug = '';
  const topics: Made[] = [];

  beforeAll(async () => {
    road = await openRoad(database);
    const { curator, editor } = road.people;
    image = await road.upload(curator, 'Camera31', { title: 'Tóc', alt: 'Tóc', credit: 'Lan', rights: cc });
    const shown = { title: written('title'), alt: written('alt'), caption: written('caption'), slug: 'toufa' };
    await road.patch(curator, `/api/images/${image.id}?locale=zh`, shown);
    for (const [collection, name, more] of [
      ['topics', 'topic', {}],
      ['places', 'place', { address: written('address') }],
    ] as const) {
      const begun = await editor.post(`/api/${collection}?locale=vi&depth=0`, { name: `${name} Việt` });
      expect(begun.status, JSON.stringify(begun.body)).toBe(201);
      topics.push(begun.body.doc);
      await road.patch(editor, `/api/${collection}/${begun.body.doc.id}?locale=zh`, { name: written(name), ...more });
    }
    const refs = { topics: [topics[0]?.id], places: [topics[1]?.id], cover: image.id };
    const vi = { title: 'Tóc', summary: 'Tóc.', body: richText(paragraphOf(run('Tóc'))) };
    article = await road.create(editor, 'articles', { ...vi, ...refs });
    const body = richText(
      paragraphOf(run('他的头'), run('发', bold), run('很长，'), run('git 发展', code), run('，见https://a.vn/发展。')),
    );
    const zh = { title: written('title'), summary: written('summary'), body };
    slug = (await road.patch(editor, `/api/articles/${article.id}?locale=zh`, zh)).slug;
    for (const locale of ['vi', 'zh']) await road.publish(road.people.publisher, 'articles', article.id, locale);
    await road.arrived();
  });
  afterAll(() => road?.[Symbol.asyncDispose]());

  it('get the whole article in theirs, at the same name, and are told that a program has converted it', async () => {
    const hans = (await road.read(`/v1/zh-Hans/articles/${slug}?fallback=none`)).body.data;
    const { status, body } = await road.read(`/v1/zh-Hant/articles/${slug}?fallback=none`);
    expect(status, JSON.stringify(body)).toBe(200);
    const { data } = body;
    expect(data).toMatchObject({ slug, title: made('title'), summary: made('summary') });
    const { converted: _, ...language } = data.language;
    expect(data.language.converted).toEqual({ from: 'zh-Hans' });
    expect({ ...language, requested: 'zh-Hans', served: 'zh-Hans' }).toEqual(hans.language);
    expect([language.requested, language.served, language.source, language.state]).toEqual([
      ...['zh-Hant', 'zh-Hant', 'vi', 'human'],
    ]);
    expect('converted' in hans.language).toBe(false);
    expect([data.publishedAt, data.updatedAt]).toEqual([hans.publishedAt, hans.updatedAt]);
  });

  it('read across formatting, and find code and addresses as they were', async () => {
    const { data } = (await road.read(`/v1/zh-Hant/articles/${slug}`)).body;
    expect(data.body.html).toBe('<p>他的頭<strong>髮</strong>很長，<code>git 发展</code>，見https://a.vn/发展。</p>');
    expect(data.body.text).toBe('他的頭髮很長，git 发展，見https://a.vn/发展。');
  });

  it('find pictures, topics and places of the article in theirs too', async () => {
    const { data } = (await road.read(`/v1/zh-Hant/articles/${slug}`)).body;
    expect(data.cover).toMatchObject({ language: 'zh-Hant', alt: made('alt'), credit: 'Lan' });
    expect(data.topics).toMatchObject([{ title: made('topic'), language: 'zh-Hant' }]);
    expect(data.places).toMatchObject([{ title: made('place'), language: 'zh-Hant' }]);
    const place = (await road.read(new URL(data.places[0].href).pathname)).body.data;
    expect(place).toMatchObject({ title: made('place'), address: made('address'), language: { served: 'zh-Hant' } });
    const picture = (await road.read('/v1/zh-Hant/images/toufa')).body.data;
    expect(picture).toMatchObject({ title: made('title'), alt: made('alt'), caption: made('caption') });
    const manifest = (await road.read(`/iiif/3/${picture.id}/manifest.json`)).body;
    expect(manifest.label).toMatchObject({ 'zh-Hans': [written('title')], 'zh-Hant': [made('title')] });
  });

  it('are shown the way to the other script by alternates and by hreflang', async () => {
    for (const [here, there] of [
      ['zh-Hans', 'zh-Hant'],
      ['zh-Hant', 'zh-Hans'],
    ]) {
      const answer = await road.node.get(`/v1/${here}/articles/${slug}`);
      const { data } = await answer.json();
      expect(answer.headers.get('content-language')).toBe(here);
      expect(data.alternates.map(({ locale }: { locale: string }) => locale).sort()).toEqual(['vi', there].sort());
      for (const locale of ['vi', 'zh-Hans', 'zh-Hant'])
        expect(answer.headers.get('link')).toContain(`hreflang="${locale}"`);
    }
  });

  it('come by the tags of their places, in the path and in headers', async () => {
    for (const tag of ['zh-TW', 'zh-HK', 'zh-MO']) {
      const { status, location } = await road.read(`/v1/${tag}/articles/${slug}?fallback=none`);
      expect([status, location]).toEqual([308, `/v1/zh-Hant/articles/${slug}?fallback=none`]);
      const lost = await road.node.get('/nowhere', { headers: { 'Accept-Language': `${tag},zh;q=0.9` } });
      expect([lost.status, lost.headers.get('content-language')]).toEqual([404, 'zh-Hant']);
      expect((await lost.json()).detail).toBe('此地址沒有內容。請檢查地址是否有誤，或在列表中查找。');
    }
    expect((await road.read(`/v1/zh-CN/articles`)).location).toBe('/v1/zh-Hans/articles');
    expect((await road.read('/v1/zh-XX/articles')).status).toBe(404);
  });

  it('get a document that has no Chinese in one other language, whole, and none where they want no other', async () => {
    const { editor, publisher } = road.people;
    const vi = { title: 'Chợ', summary: 'Chợ.', body: richText(paragraphOf(run('Chợ'))), topics: [topics[0]?.id] };
    const other = await road.create(editor, 'articles', vi);
    await road.publish(publisher, 'articles', other.id, 'vi');
    await road.arrived();
    expect((await road.read(`/v1/zh-Hant/articles/${other.slug}?fallback=none`)).status).toBe(404);
    const { data } = (await road.read(`/v1/zh-Hant/articles/${other.slug}`)).body;
    expect(data).toMatchObject({ title: 'Chợ', language: { requested: 'zh-Hant', served: 'vi' } });
    expect(data.topics).toMatchObject([{ title: 'topic Việt', language: 'vi' }]);
    const titles = (await road.read('/v1/zh-Hant/articles?sort=title')).body.data.map(
      (card: { title: string }) => card.title,
    );
    expect(titles.sort()).toEqual(['Chợ', made('title')].sort());
  });

  it('who write in the studio find texts, topics and places by words of either script', async () => {
    const { editor } = road.people;
    const found = async (collection: string, field: string, sought: string) => {
      const query = new URLSearchParams({ locale: 'zh', depth: '0', [`where[${field}][like]`]: sought });
      const { status, body } = await editor.get(`/api/${collection}?${query}`);
      expect(status, JSON.stringify(body)).toBe(200);
      return body.docs.map((doc: Record<string, string>) => doc[field]);
    };
    for (const sought of ['发展', '發展', '頭髮'])
      expect(await found('articles', 'title', sought)).toEqual([written('title')]);
    expect(await found('topics', 'name', '乾淨的歷史')).toEqual([written('topic')]);
    expect(await found('places', 'name', '範五老')).toEqual([written('place')]);
    expect(await found('places', 'name', '發展')).toEqual([]);
  });

  it('follow an old name as readers of the other script do', async () => {
    await road.patch(road.people.publisher, `/api/articles/${article.id}?locale=zh`, { slug: 'toufa-xin' });
    await road.publish(road.people.publisher, 'articles', article.id, 'zh');
    await road.arrived();
    for (const locale of ['zh-Hans', 'zh-Hant']) {
      const moved = await road.read(`/v1/${locale}/articles/${slug}`);
      expect([moved.status, moved.location]).toEqual([301, `/v1/${locale}/articles/toufa-xin`]);
      expect((await road.read(`/v1/${locale}/articles/toufa-xin?fallback=none`)).status).toBe(200);
    }
  });

  it('lose it in the same moment when Chinese is withdrawn', async () => {
    const out = await road.people.publisher.post(`/api/articles/${article.id}/unpublish`, { locale: 'zh' });
    expect(out.status, JSON.stringify(out.body)).toBe(200);
    await road.arrived();
    for (const locale of ['zh-Hans', 'zh-Hant'])
      expect((await road.read(`/v1/${locale}/articles/toufa-xin?fallback=none`)).status).toBe(410);
    const { data } = (await road.read(`/v1/zh-Hant/articles/toufa-xin`)).body;
    expect(data).toMatchObject({ title: 'Tóc', language: { served: 'vi' } });
  });
});
