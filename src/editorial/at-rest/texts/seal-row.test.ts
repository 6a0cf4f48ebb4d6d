import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Where } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExactTexts, isExactText, openExactTexts } from '#sealing/exact-text.ts';
import { addGeneration, keyPath, openKeyFolder } from '#sealing/key-folder.ts';
import { isSealedText, keyOfText } from '#sealing/sealed-text.ts';
import { askedOfSealed, orderedOpenly } from './asked-of-sealed.ts';
import { isMarkedLost } from './lost-mark.ts';
import { openRow, sealRow } from './seal-row.ts';

import type { TextSealing } from './sealing.ts';

const unlock = Buffer.from('a passphrase that nobody guesses');
let dir: string;
let exact: ExactTexts;
let sealing: TextSealing;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'benthanh-rows-'));
  await addGeneration(dir, 'mat', unlock);
  const keys = openKeyFolder(dir, unlock);
  exact = openExactTexts(randomBytes(32));
  sealing = { keys: async () => keys, exact: async () => exact };
});
afterAll(() => rm(dir, { recursive: true }));

const row = { collection: 'images', id: 'i1', level: 'mat' } as const;
const picture = {
  id: 'i1',
  title: { vi: 'Phà', en: null, fr: '' },
  slug: { vi: 'pha' },
  keywords: ['sông', 'bến'],
  persons: [{ name: 'Lan' }],
  formerSlugs: { vi: ['pha-cu'] },
  master: { sha256: 'abc', filename: 'phà.jpg' },
  marking: 'm1',
  width: 3,
  caption: null,
  updatedAt: '2026-01-01T00:00:00.000Z',
};

test('a row opens to what it was, and shows nothing that is listed', async () => {
  const sealed = await sealRow(row, picture, sealing);
  const shown = JSON.stringify(sealed);
  for (const word of ['Phà', 'pha', 'sông', 'Lan', 'phà.jpg']) expect(shown).not.toContain(word);
  expect(sealed).toMatchObject({ marking: 'm1', width: 3, caption: null, master: { sha256: 'abc' } });
  expect(keyOfText((sealed.title as { vi: string }).vi)).toEqual({ level: 'mat', generation: 1 });
  expect(await openRow(row, sealed, sealing)).toEqual(picture);
  expect(await openRow(row, picture, sealing)).toEqual(picture);
});

test('what looks sealed when it is written is a text like any other, and what is not there stays away', async () => {
  const taken = (await sealRow(row, picture, sealing)) as typeof picture;
  const typed = { ...picture, title: taken.title, slug: taken.slug, caption: '\u0001seal1.kín' };
  const sealed = await sealRow(row, typed, sealing);
  expect(JSON.stringify(sealed)).not.toContain('kín');
  expect(await openRow(row, sealed, sealing)).toEqual(typed);
  expect(await sealRow(row, { revision: 4, caption: undefined }, sealing)).toEqual({ revision: 4, caption: undefined });
});

test('rich text is sealed whole, in each language by itself', async () => {
  const body = { vi: { root: { children: [{ text: 'Chợ' }] } }, en: null };
  const article = { ...row, collection: 'articles' };
  const sealed = (await sealRow(article, { body }, sealing)) as { body: { vi: unknown; en: unknown } };
  expect([isSealedText(sealed.body.vi), sealed.body.en]).toEqual([true, null]);
  expect(await openRow(article, sealed, sealing)).toEqual({ body });
});

test('of a list that each language has for itself nothing lies open, and it opens again', async () => {
  const album = { collection: 'albums', id: 'a1', level: 'mat' } as const;
  const typed = { pressContacts: { vi: [{ id: 'c1', name: 'Nguyễn Thị Lan', phone: '028 1234' }], en: [] } };
  const sealed = await sealRow(album, typed, sealing);
  expect(JSON.stringify(sealed)).not.toMatch(/Lan|1234/);
  expect(await openRow(album, { id: 'a1', ...sealed }, sealing)).toEqual({ id: 'a1', ...typed });
});

const related = (collection: string, field: string) =>
  collection === 'album-members' && field === 'image' ? 'images' : undefined;
const askedOf = (collection: string, where: Where) => askedOfSealed(collection, where, exact, related);

test('a condition on an address is asked in its sealed form, wherever it stands', () => {
  const slug = exact.seal('articles', 'slug', 'cho');
  const where: Where = {
    and: [
      { 'version.slug': { equals: 'cho' } },
      { 'slug.en': { in: ['cho', 'pha'] } },
      { or: [{ id: { not_equals: 'x' } }, { slug: { exists: true } }] },
    ],
  };
  expect(askedOf('articles', where)).toEqual({
    and: [
      { 'version.slug': { equals: slug } },
      { 'slug.en': { in: [slug, exact.seal('articles', 'slug', 'pha')] } },
      { or: [{ id: { not_equals: 'x' } }, { slug: { exists: true } }] },
    ],
  });
  expect(askedOf('articles', { version__slug: { equals: 'cho' } })).toEqual({ version__slug: { equals: slug } });
  expect(askedOf('topics', { slug: { equals: 'cho' } })).toEqual({ slug: { equals: 'cho' } });
  expect(askedOf('album-members', { 'image.slug': { equals: 'cho' } })).toEqual({
    'image.slug': { equals: exact.seal('images', 'slug', 'cho') },
  });
  expect(isExactText(slug)).toBe(true);
});

test.each([
  ['articles', { title: { like: 'chợ' } }],
  ['articles', { and: [{ or: [{ 'version.title.vi': { contains: 'chợ' } }] }] }],
  ['articles', { slug: { like: 'cho' } }],
  ['articles', { title: { equals: 'Chợ' } }],
  ['articles', { title: { greater_than: 'C' } }],
  ['images', { 'persons.0.name': { equals: 'Lan' } }],
  ['images', { 'master.filename': { in: ['a.jpg'] } }],
  ['album-members', { 'image.title': { like: 'chợ' } }],
  ['articles', { version__title: { like: 'chợ' } }],
  ['images', { master__filename: { like: 'a' } }],
  ['album-members', { image__title: { like: 'chợ' } }],
] as const)('of %s, words of what is sealed cannot be asked for: %j', (collection, where) => {
  expect(() => askedOf(collection, where as unknown as Where)).toThrow(
    expect.objectContaining({ code: 'field-sealed' }),
  );
});

test('a list is ordered by what lies open alone', () => {
  const orderedBy = (collection: string, sort: unknown) =>
    (orderedOpenly({ collection, sort }, related) as { sort?: unknown }).sort;
  expect(orderedBy('articles', 'title')).toBeUndefined();
  expect(orderedBy('articles', '-version.title.vi')).toBeUndefined();
  expect(orderedBy('articles', 'title, -updatedAt')).toEqual(['-updatedAt']);
  expect(orderedBy('articles', ['-title', 'createdAt'])).toEqual(['createdAt']);
  expect(orderedBy('album-members', 'image.title')).toBeUndefined();
  expect(orderedBy('articles', '-updatedAt')).toBe('-updatedAt');
  expect(orderedBy('topics', 'name')).toBe('name');
});

test('whether a sealed field holds anything can be asked, and all that is open', () => {
  const where: Where = {
    or: [
      { caption: { exists: false } },
      { caption: { equals: null } },
      { 'master.sha256': { equals: 'abc' } },
      { titleX: { like: 'a' } },
    ],
  };
  expect(askedOf('images', where)).toEqual(where);
});

test('a text whose key was destroyed is refused, and says so in a list, in its own language', async () => {
  const sealed = await sealRow(row, picture, sealing);
  await addGeneration(dir, 'mat', unlock);
  const kept = await sealRow(row, { caption: { vi: 'Còn' } }, sealing);
  await writeFile(keyPath(dir, 'mat', 1, 'destroyed'), '{}');
  await rm(keyPath(dir, 'mat', 1, 'key'));
  const part = { id: 'i1', title: sealed.title, keywords: sealed.keywords, persons: sealed.persons, ...kept };
  await expect(openRow(row, part, sealing)).rejects.toMatchObject({ code: 'seal-key-destroyed' });
  const told: string[] = [];
  const shown = await openRow(row, part, sealing, { onLost: ({ code }) => void told.push(code) });
  expect([isMarkedLost({ ...shown }), isMarkedLost(await openRow(row, kept, sealing))]).toEqual([true, false]);
  expect(JSON.parse(JSON.stringify(shown))).toEqual({
    id: 'i1',
    title: { vi: '[đã hủy cùng với khóa]', en: null, fr: '[détruit avec sa clé]' },
    keywords: [],
    persons: null,
    caption: { vi: 'Còn' },
  });
  expect(new Set(told)).toEqual(new Set(['seal-key-destroyed']));
  const again = await sealRow(row, { title: shown.title }, sealing);
  expect(again).toEqual({ title: { vi: null, en: null, fr: null } });
}, 30_000);

test('one that a strange hand changed says so in a list too, and keeps nothing else from being read', async () => {
  const { title } = (await sealRow(row, picture, sealing)) as { title: { vi: string } };
  const changed = {
    id: 'i1',
    title: { vi: `${title.vi.slice(0, -6)}AAAAAA`, en: title.vi.slice(0, 20), fr: title.vi },
  };
  const shown = (await openRow(row, changed, sealing, { onLost: () => undefined })) as {
    title: Record<string, string>;
  };
  expect(Object.values(shown.title).every((text) => text.startsWith('['))).toBe(true);
  const slug = {
    vi: `${exact.seal('images', 'slug', 'pha').slice(0, -6)}AAAAAA`,
    en: exact.seal('images', 'slug', 'ben'),
  };
  const told: string[] = [];
  const listed = await openRow(row, { id: 'i1', slug }, sealing, { onLost: ({ code }) => void told.push(code) });
  expect([listed.slug, told]).toEqual([{ vi: null, en: 'ben' }, ['sealed-damaged']]);
  await expect(openRow(row, { id: 'i1', slug }, sealing)).rejects.toMatchObject({ code: 'sealed-damaged' });
  const without = openKeyFolder(join(dir, 'nowhere'), unlock);
  const opening = openRow(row, changed, { ...sealing, keys: async () => without }, { onLost: () => undefined });
  await expect(opening).rejects.toMatchObject({ code: 'seal-key-missing' });
});
