import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allSceneNames } from '#demo/drawing/scene-names.ts';
import { studioLocales } from '#languages/locales.ts';
import { blockTexts } from './body-texts.ts';
import { eventTimes } from './event-times.ts';
import { plainText } from './inline.ts';
import { demoContentFolder, loadContent } from './load-content.ts';
import type { DocumentWords } from './schema/words.ts';
import { toLexical } from './to-lexical.ts';

const content = await loadContent();
const { articles, events, images, places, topics, agencies } = content;

const publishedIn = (words: Partial<Record<string, DocumentWords>>) =>
  studioLocales.filter((locale) => words[locale]?.state === 'published');

/** Words of a body without the captions of its pictures. Chinese counts characters. */
function proseLength({ body }: DocumentWords, locale: string): number {
  const blocks = body.filter((block) => typeof block === 'string' || !('image' in block));
  const prose = blocks.flatMap(blockTexts).map(plainText).join(' ');
  return locale === 'zh' ? (prose.match(/\p{Script=Han}/gu) ?? []).length : prose.split(/\s+/).length;
}

test('there is at least as much as the demonstration promises', () => {
  const open = articles.filter(({ level }) => level === 'public');
  expect(open.filter(({ words }) => publishedIn(words).length === 4).length).toBeGreaterThanOrEqual(16);
  const partial = open.filter(({ words }) => publishedIn(words).length > 0 && publishedIn(words).length < 4);
  expect(partial.length).toBeGreaterThanOrEqual(8);
  expect(new Set(partial.map(({ words }) => publishedIn(words).length))).toEqual(new Set([1, 2, 3]));
  expect(events.filter(({ level }) => level === 'public').length).toBeGreaterThanOrEqual(10);
  expect(places.length).toBeGreaterThanOrEqual(12);
  expect(topics.length).toBeGreaterThanOrEqual(8);
  expect(agencies.length).toBeGreaterThanOrEqual(10);
  expect(images.filter(({ level }) => level === 'public').length).toBeGreaterThanOrEqual(32);
});

test('the wall has something to hide, and the desk has something waiting', () => {
  const levels = [...articles, ...events, ...images].map(({ level }) => level);
  expect(levels.filter((level) => level === 'internal').length).toBeGreaterThanOrEqual(3);
  expect(levels.filter((level) => level === 'restricted').length).toBeGreaterThanOrEqual(3);
  const states = articles.flatMap(({ words }) => Object.values(words).map(({ state }) => state));
  expect(new Set(states)).toEqual(new Set(['published', 'in-review', 'returned', 'draft']));
});

test('what is not public is never published, and says why from restricted up', () => {
  for (const { key, level, words, basis } of [...articles, ...events]) {
    expect(publishedIn(words).length > 0, key).toBe(level === 'public');
    expect(basis !== undefined, key).toBe(level === 'restricted');
  }
});

test('every kind and status of event, and several source languages, occur', () => {
  expect(new Set(events.map(({ kind }) => kind)).size).toBe(6);
  expect(new Set(events.map(({ status }) => status)).size).toBe(4);
  expect(new Set(articles.map(({ source }) => source))).toEqual(new Set(studioLocales));
  for (const event of events) {
    const { startsAt, endsAt } = eventTimes(event, new Date());
    expect(startsAt < endsAt, event.key).toBe(true);
  }
});

test('no two documents of a kind bear the same title or name in one language', () => {
  const titles = [articles, events, images, places, topics, agencies].flatMap((documents, kind) =>
    documents.flatMap(({ words }) =>
      Object.entries(words).map(([locale, text]) => `${kind} ${locale} ${'title' in text ? text.title : text.name}`),
    ),
  );
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test('the source language of every document is there', () => {
  for (const { key, source, words } of [...articles, ...events]) expect(words[source], key).toBeDefined();
});

test('every scene is drawn for a picture, and every picture is shown somewhere', () => {
  expect(new Set(images.map(({ scene }) => scene))).toEqual(new Set(allSceneNames));
  const documents = [...articles, ...events];
  const shown = new Set(documents.flatMap(({ cover }) => cover ?? []));
  for (const { words } of documents)
    for (const { body } of Object.values(words))
      for (const block of body) if (typeof block === 'object' && 'image' in block) shown.add(block.image);
  expect(images.map(({ key }) => key).filter((key) => !shown.has(key))).toEqual([]);
});

test('public documents show public pictures and lead to public documents only', () => {
  const hidden = [...articles, ...events, ...images].filter(({ level }) => level !== 'public').map(({ key }) => key);
  for (const document of [...articles, ...events].filter(({ level }) => level === 'public'))
    for (const key of hidden) expect(JSON.stringify(document), document.key).not.toMatch(new RegExp(`[":]${key}[")]`));
});

test('a full article has substance in every language', () => {
  for (const { key, words } of articles.filter((article) => publishedIn(article.words).length === 4))
    for (const locale of studioLocales) {
      const text = words[locale];
      if (text === undefined) throw new Error(key);
      const [least, most] = locale === 'zh' ? [320, 600] : [250, 450];
      expect(proseLength(text, locale), `${key} ${locale}`).toBeGreaterThanOrEqual(least);
      expect(proseLength(text, locale), `${key} ${locale}`).toBeLessThanOrEqual(most);
      expect(text.body.length, `${key} ${locale}`).toBeGreaterThanOrEqual(6);
      expect(text.body.length, `${key} ${locale}`).toBeLessThanOrEqual(13);
    }
});

test('the languages of a full article are built alike, block by block', () => {
  const kinds = (words: DocumentWords | undefined) =>
    words?.body.map((block) => (typeof block === 'string' ? 'p' : Object.keys(block)[0]));
  for (const { key, words, source } of articles.filter((article) => publishedIn(article.words).length === 4))
    for (const locale of studioLocales) expect(kinds(words[locale]), `${key} ${locale}`).toEqual(kinds(words[source]));
});

test('every full article quotes, shows a picture, and leads to another article and to an address outside', () => {
  for (const { key, words } of articles.filter((article) => publishedIn(article.words).length === 4))
    for (const [locale, { body }] of Object.entries(words)) {
      const json = JSON.stringify(body);
      for (const sign of ['"quote":', '"image":', '](article:', '.example/'])
        expect(json, `${key} ${locale}`).toContain(sign);
    }
});

test('addresses outside lead to the reserved name .example only', () => {
  const all = JSON.stringify([articles, events]);
  const hosts = [...all.matchAll(/\]\(https?:\/\/([^/)]+)/g)].map((match) => match[1]);
  expect(hosts.filter((host) => !host?.endsWith('.example'))).toEqual([]);
});

test('all places lie in or near the city', () => {
  for (const { key, latitude, longitude } of places) {
    expect(Math.abs(latitude - 10.75), key).toBeLessThan(0.5);
    expect(Math.abs(longitude - 106.7), key).toBeLessThan(0.5);
  }
});

test('albums hold public pictures in a tree, parents first, each with a cover of its own', () => {
  const open = new Set(images.filter(({ level }) => level === 'public').map(({ key }) => key));
  const above = new Set<string>();
  for (const { key, parent, cover, images: shown } of content.albums) {
    expect(
      shown.filter((image) => !open.has(image)),
      key,
    ).toEqual([]);
    expect(new Set(shown).size, key).toBe(shown.length);
    expect(cover === null || shown.includes(cover), key).toBe(true);
    expect(parent === null || above.has(parent), key).toBe(true);
    above.add(key);
  }
  expect(content.albums.some(({ parent }) => parent !== null)).toBe(true);
});

test('the tree of topics has two levels, parents first', () => {
  const parents = new Set(topics.filter(({ parent }) => parent === null).map(({ key }) => key));
  expect(parents.size).toBeGreaterThan(1);
  for (const { parent } of topics) expect(parent === null || parents.has(parent)).toBe(true);
  expect(topics.findIndex(({ parent }) => parent !== null)).toBe(parents.size);
});

test('every body can be turned into what the editor stores', () => {
  for (const { words } of [...articles, ...events])
    for (const { body } of Object.values(words))
      expect(toLexical(body, (kind, key) => `${kind}/${key}`).root.children).toHaveLength(body.length);
});

test('a damaged file and a reference to nowhere are refused by name', async () => {
  const root = await mkdtemp(join(tmpdir(), 'demo-content-'));
  try {
    await cp(demoContentFolder, root, { recursive: true });
    const file = join(root, 'articles', 'cyclo.json');
    const cyclo = await readFile(file, 'utf8');
    await writeFile(file, cyclo.replace('"cover": "cyclo"', '"cover": "nowhere"'));
    await expect(loadContent(root)).rejects.toMatchObject({
      code: 'demo-content-invalid',
      values: { problem: 'articles/cyclo → image:nowhere' },
    });
    await writeFile(file, cyclo.replace('"daysAgo"', '"daysBefore"'));
    await expect(loadContent(root)).rejects.toMatchObject({ code: 'demo-content-invalid', values: { file } });
  } finally {
    await rm(root, { recursive: true });
  }
});
