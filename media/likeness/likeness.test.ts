import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Likeness } from './likeness.ts';
import { distanceOf, nearest, openLikenessIndex } from './likeness-index.ts';
import { likenessOf } from './likeness-of.ts';

const cells = (seed: number): Uint8Array => {
  let state = seed + 1;
  return Uint8Array.from({ length: 12 * 8 * 3 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state >> 16) & 255;
  });
};
const photograph = (seed: number) =>
  sharp(cells(seed), { raw: { width: 12, height: 8, channels: 3 } }).resize(960, 640, { kernel: 'cubic' });

/** As intake looks at a picture: at most 400 pixels, four channels. */
const look = async (picture: Sharp): Promise<Likeness | null> => {
  const { data, info } = await sharp(await picture.png().toBuffer())
    .resize(400, 400, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return likenessOf({ data, width: info.width, height: info.height });
};
const sure = async (picture: Sharp): Promise<Likeness> => (await look(picture)) ?? '';
const isNear = (one: Likeness, other: Likeness) => {
  const { quick, fine } = distanceOf(one, other);
  return quick <= nearest.quick && fine <= nearest.fine;
};

describe('how a picture looks', () => {
  const changed: Record<string, (seed: number) => Promise<Sharp>> = {
    'at another size': async (seed) => photograph(seed).resize(311),
    'compressed hard': async (seed) => sharp(await photograph(seed).jpeg({ quality: 30 }).toBuffer()),
    'in grey': async (seed) => sharp(await photograph(seed).png().toBuffer()).greyscale(),
    brighter: async (seed) => sharp(await photograph(seed).png().toBuffer()).modulate({ brightness: 1.2 }),
  };
  it.each(Object.entries(changed))('is the same %s', async (_, change) => {
    for (const seed of [1, 2, 3])
      expect(isNear(await sure(photograph(seed)), await sure(await change(seed)))).toBe(true);
  });

  it('is another for another picture, mirrored or turned', async () => {
    const first = await sure(photograph(1));
    expect(isNear(first, await sure(photograph(2)))).toBe(false);
    expect(isNear(first, await sure(photograph(1).flop()))).toBe(false);
    expect(isNear(first, await sure(photograph(1).rotate(180)))).toBe(false);
  });

  it('says nothing of one colour, nor of one that hardly changes', async () => {
    const plain = sharp({ create: { width: 800, height: 600, channels: 3, background: '#123456' } });
    expect(await look(plain)).toBeNull();
    const faint = cells(5).map((value) => 120 + (value > 250 ? 1 : 0));
    expect(await look(sharp(faint, { raw: { width: 12, height: 8, channels: 3 } }).resize(400))).toBeNull();
  });
});

describe('an index of likenesses', () => {
  const word = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((value) => value.toString(16).padStart(8, '0'));
  const far = fc.array(word, { minLength: 10, maxLength: 10 }).map((words) => words.join(''));
  /** The same with some bits of the first digits turned. */
  const close = (likeness: Likeness, bits: number) =>
    likeness.slice(0, 20) + (Number.parseInt(likeness.charAt(20), 16) ^ bits).toString(16) + likeness.slice(21);

  it('finds what a comparison of each with each finds, whatever was put in, replaced and taken away', () => {
    const act = fc.record({ id: fc.integer({ min: 0, max: 12 }).map(String), likeness: far, remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.integer({ min: 0, max: 15 }), (acts, bits) => {
        const index = openLikenessIndex(2);
        const plain = new Map<string, Likeness>();
        for (const { id, likeness, remove } of acts) {
          if (remove) {
            index.remove(id);
            plain.delete(id);
          } else {
            index.set(id, likeness);
            plain.set(id, likeness);
          }
        }
        expect(index.size).toBe(plain.size);
        for (const [id, likeness] of plain) {
          const asked = close(likeness, bits);
          const found = index.near(asked, id).map((near) => near.id);
          const expected = [...plain]
            .filter(([other, its]) => other !== id && isNear(asked, its))
            .map(([other]) => other);
          expect(found.toSorted()).toEqual(expected.toSorted());
          expect(index.near(asked).map((near) => near.id)).toContain(id);
        }
      }),
    );
  });

  it('names the most alike first', () => {
    const index = openLikenessIndex();
    const base = '0'.repeat(80);
    index.set('far', `${'0'.repeat(16)}fff${'0'.repeat(61)}`);
    index.set('near', `${'0'.repeat(16)}1${'0'.repeat(63)}`);
    expect(index.near(base).map(({ id, fine }) => [id, fine])).toEqual([
      ['near', 1],
      ['far', 12],
    ]);
  });
});
