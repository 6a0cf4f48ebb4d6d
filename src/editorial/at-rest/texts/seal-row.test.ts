import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Where } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExactTexts, isExactText, openExactTexts } from '#sealing/exact-text.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import { isSealedText, keyOfText } from '#sealing/sealed-text.ts';
import { openRow, sealRow } from './seal-row.ts';
import { sealedWhere } from './sealed-where.ts';
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
  expect(keyOfText((sealed.title as { vi: string }).vi).level).toBe('mat');
  expect(await openRow(row, sealed, sealing)).toEqual(picture);
  expect(await openRow(row, picture, sealing)).toEqual(picture);
});

test('what is sealed already is not sealed twice, and what is not there stays away', async () => {
  const sealed = await sealRow(row, picture, sealing);
  expect(await openRow(row, await sealRow(row, sealed, sealing), sealing)).toEqual(picture);
  expect(await sealRow(row, { revision: 4, caption: undefined }, sealing)).toEqual({ revision: 4, caption: undefined });
});

test('rich text is sealed whole, in each language by itself', async () => {
  const body = { vi: { root: { children: [{ text: 'Chợ' }] } }, en: null };
  const article = { ...row, collection: 'articles' };
  const sealed = (await sealRow(article, { body }, sealing)) as { body: { vi: unknown; en: unknown } };
  expect([isSealedText(sealed.body.vi), sealed.body.en]).toEqual([true, null]);
  expect(await openRow(article, sealed, sealing)).toEqual({ body });
});

test('a condition on an address is asked in its sealed form, wherever it stands', () => {
  const slug = exact.seal('articles', 'slug', 'cho');
  const where: Where = {
    and: [
      { 'version.slug': { equals: 'cho' } },
      { 'slug.en': { in: ['cho', 'pha'] } },
      { or: [{ id: { not_equals: 'x' } }, { slug: { exists: true } }] },
    ],
  };
  expect(sealedWhere('articles', where, exact)).toEqual({
    and: [
      { 'version.slug': { equals: slug } },
      { 'slug.en': { in: [slug, exact.seal('articles', 'slug', 'pha')] } },
      { or: [{ id: { not_equals: 'x' } }, { slug: { exists: true } }] },
    ],
  });
  expect(sealedWhere('topics', { slug: { equals: 'cho' } }, exact)).toEqual({ slug: { equals: 'cho' } });
  expect(isExactText(slug)).toBe(true);
});
