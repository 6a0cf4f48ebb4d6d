import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { collectsNativeGarbage } from './native-garbage.ts';

/** Something that nothing but a whole collection takes away. */
const forgotten = async () => {
  const ref = new WeakRef({ bytes: Array.from({ length: 1000 }, Math.random) });
  // What a reference was made of lives to the end of its turn
  await setTimeout(0);
  return ref;
};

test('what nobody holds is let go once the process has grown', async () => {
  let held = 0;
  const collect = collectsNativeGarbage({ after: 100, held: () => held });
  const ref = await forgotten();
  held = 99;
  await collect();
  expect(ref.deref()).toBeDefined();
  await setTimeout(0);
  held = 100;
  await collect();
  expect(ref.deref()).toBeUndefined();
});

test('it is not collected again before it has grown again', async () => {
  let held = 0;
  const collect = collectsNativeGarbage({ after: 100, held: () => held });
  held = 150;
  await collect();
  const ref = await forgotten();
  held = 240;
  await collect();
  expect(ref.deref()).toBeDefined();
});
