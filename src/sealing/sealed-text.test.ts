import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isExactText, openExactTexts } from './exact-text.ts';
import { addGeneration, openKeyFolder } from './key-folder.ts';
import { isSealedText, keyOfText, openTextReader, openTextSeal } from './sealed-text.ts';

const unlock = Buffer.from('a passphrase that nobody guesses');
const article = { collection: 'articles', id: 'a1' };
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'benthanh-texts-'));
  for (const level of ['restricted', 'mat'] as const) await addGeneration(dir, level, unlock);
});
afterAll(() => rm(dir, { recursive: true }));

const keys = async () => openKeyFolder(dir, unlock);

describe('a sealed text', () => {
  test('opens to the same words, shows none of them, and is never sealed twice alike', async () => {
    const held = await keys();
    const read = openTextReader(async () => held);
    const seal = await openTextSeal({ ...article, level: 'mat' }, held);
    const other = await openTextSeal({ ...article, level: 'restricted' }, held);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        for (const one of [seal, other]) {
          const sealed = one('title.vi', text);
          expect(isSealedText(sealed)).toBe(true);
          expect(await read(article, 'title.vi', sealed)).toBe(text);
          expect(one('title.vi', text)).not.toBe(sealed);
        }
      }),
      { numRuns: 40 },
    );
    expect(keyOfText(seal('title', 'x'))).toEqual({ level: 'mat', generation: 1 });
    expect(Buffer.from(seal('title', 'Phà Thủ Thiêm').slice(7), 'base64url').includes('Thi')).toBe(false);
  });

  test('is refused in another field, another record and another level, and wherever a bit is flipped', async () => {
    const held = await keys();
    const read = openTextReader(async () => held);
    const sealed = (await openTextSeal({ ...article, level: 'mat' }, held))('title.vi', 'Phà');
    const refused = (code: string, record = article, field = 'title.vi', text = sealed) =>
      expect(read(record, field, text)).rejects.toMatchObject({ code });
    await refused('sealed-damaged', article, 'title.en');
    await refused('sealed-foreign', { ...article, id: 'a2' });
    await refused('sealed-foreign', { ...article, collection: 'events' });
    await refused('sealed-malformed', article, 'title.vi', sealed.slice(0, 80));
    const bytes = Buffer.from(sealed.slice(7), 'base64url');
    for (let place = 0; place < bytes.length * 8; place += 7) {
      const changed = Buffer.from(bytes);
      changed[place >> 3] = (changed[place >> 3] ?? 0) ^ (1 << (place & 7));
      const text = sealed.slice(0, 7) + changed.toString('base64url');
      await expect(read(article, 'title.vi', text), `bit ${place}`).rejects.toMatchObject({
        code: expect.stringMatching(/^(sealed-(damaged|foreign|malformed)|seal-key-missing)$/),
      });
    }
  });
});

describe('a text by which something is looked up', () => {
  test('is the same each time, in its field alone, and opens with its key alone', () => {
    const [texts, others] = [openExactTexts(randomBytes(32)), openExactTexts(randomBytes(32))];
    const sealed = texts.seal('articles', 'slug', 'pha-thu-thiem');
    expect(isExactText(sealed)).toBe(true);
    expect(texts.seal('articles', 'slug', 'pha-thu-thiem')).toBe(sealed);
    expect(texts.seal('articles', 'slug', 'pha-thu-thiem-2')).not.toBe(sealed);
    expect(texts.seal('events', 'slug', 'pha-thu-thiem')).not.toBe(sealed);
    expect(texts.open('articles', 'slug', sealed)).toBe('pha-thu-thiem');
    for (const open of [
      () => texts.open('events', 'slug', sealed),
      () => others.open('articles', 'slug', sealed),
      () => texts.open('articles', 'slug', sealed.slice(0, 12)),
    ])
      expect(open).toThrow('sealed-damaged');
  });
});
