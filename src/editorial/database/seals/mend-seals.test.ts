import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Payload } from 'payload';
import { expect, it, onTestFinished, vi } from 'vitest';
import { keepSealsTrue, mendSeals } from './mend-seals.ts';
import { sealPlaces } from './places.ts';

/** How long each look keeps the process, in milliseconds. */
const look = 10;

/** A database that answers without letting go of the process, as the embedded one does. */
const busy = (onLook: () => void) => {
  const toArray = async () => {
    onLook();
    for (const begun = performance.now(); performance.now() - begun < look; );
    return [];
  };
  const model = { collection: { find: () => ({ toArray }) } };
  const models = Object.fromEntries(sealPlaces.map(({ collection }) => [collection, model]));
  return { name: 'mongoose', collections: models, versions: models, sessions: {} } as unknown as Payload['db'];
};

it('whoever mends leaves the process to others for as long as it has kept it', async () => {
  let turns = 0;
  const between: number[] = [];
  const mending = mendSeals({
    db: busy(() => {
      between.push(turns);
      turns = 0;
    }),
  });
  let isOver = false;
  void mending.then(() => {
    isOver = true;
  });
  for (; !isOver; turns += 1) await nextTurn();
  const [, ...others] = between;
  expect(others).toHaveLength(sealPlaces.length - 1);
  // One alone would be a queue of all that others want, after each look. A machine that is busy takes some of the looks’ rests away
  const usual = others.toSorted((one, other) => one - other)[Math.floor(others.length / 2)];
  expect(usual).toBeGreaterThan(3);
});

it('closing ends it, in the middle of a round as well, and looks into nothing that is closed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const seen: string[] = [];
  const payload = {
    db: busy(() => seen.push('look')),
    destroy: () => Promise.resolve(seen.push('closed')),
    logger: { info: () => seen.push('told'), warn: () => seen.push('told') },
  } as unknown as Payload;
  keepSealsTrue(payload);
  await payload.destroy();
  // As long as a whole round takes
  await mendSeals({ db: busy(() => undefined) });
  expect(seen).toEqual(['look', 'closed']);
  expect(vi.getTimerCount()).toBe(0);
});
