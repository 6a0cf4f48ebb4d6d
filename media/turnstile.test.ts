import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTurnstile } from './turnstile.ts';

const bounds = { capacity: 100, places: 2 };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('whatever comes, no more is inside than fits, everything gets its turn, and the order is kept', async () => {
  const weights = fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(weights, async (all) => {
      const { pass } = openTurnstile(bounds);
      const begun: number[] = [];
      let [weightInside, inside] = [0, 0];
      const work = async (weight: number, index: number) => {
        begun.push(index);
        inside += 1;
        weightInside += Math.min(weight, bounds.capacity);
        expect(inside).toBeLessThanOrEqual(bounds.places);
        expect(weightInside).toBeLessThanOrEqual(bounds.capacity);
        for (let step = index % 3; step >= 0; step -= 1) await turn();
        inside -= 1;
        weightInside -= Math.min(weight, bounds.capacity);
        return index;
      };
      const done = await Promise.all(all.map((weight, index) => pass(weight, () => work(weight, index))));
      expect(done).toEqual(all.map((_, index) => index));
      expect(begun).toEqual(done);
    }),
  );
});

test('work that fails makes room like any other', async () => {
  const { pass } = openTurnstile({ capacity: 1, places: 1 });
  const failing = pass(1, () => Promise.reject(new Error('no')));
  const next = pass(1, async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
