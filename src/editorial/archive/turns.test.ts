import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turnsOf } from './turns.ts';

test('what is done in turns is done in order, however long each takes, also where some have nothing to do', async () => {
  const plan = fc.array(fc.tuple(fc.nat(5), fc.boolean()), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(plan, async (steps) => {
      const line = steps.map(([ticks, acts], index) => ({ ticks, acts, index }));
      const turns = turnsOf(line);
      const done: number[] = [];
      const waiting = [...line];
      const work = async (): Promise<void> => {
        for (let one = waiting.shift(); one; one = waiting.shift()) {
          for (let tick = 0; tick < one.ticks; tick++) await Promise.resolve();
          if (one.acts) {
            await turns.wait(one);
            done.push(one.index);
          }
          turns.leave(one);
        }
      };
      await Promise.all([work(), work(), work()]);
      expect(done).toEqual(line.filter(({ acts }) => acts).map(({ index }) => index));
    }),
  );
});
