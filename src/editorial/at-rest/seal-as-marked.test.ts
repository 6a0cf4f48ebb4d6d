import type { Payload } from 'payload';
import { expect, test } from 'vitest';
import { followMarkings, type Remarked, sealAsMarked, sealsSettled } from './seal-as-marked.ts';

test('who seals hears of a marking from whichever copy of the module it was changed through', async () => {
  const again = './seal-as-marked.ts?copy';
  const unbundled = (await import(again)) as typeof import('./seal-as-marked.ts');
  const payload = {} as Payload;
  const heard: Remarked[] = [];
  unbundled.followMarkings(payload, async (remarked) => void heard.push(remarked));
  sealAsMarked(payload, { collection: 'images', id: 'a', level: 'mat' });
  sealAsMarked(payload, { collection: 'images', id: 'a', level: 'restricted' });
  await sealsSettled(payload);
  expect(heard).toEqual([
    { collection: 'images', id: 'a', level: 'mat' },
    { collection: 'images', id: 'a', level: 'restricted' },
  ]);
});

test('nobody is waited for where nobody seals, and one that fails keeps no other from being sealed', async () => {
  const logged: unknown[] = [];
  const payload = { logger: { error: (...said: unknown[]) => void logged.push(said[1]) } } as unknown as Payload;
  sealAsMarked(payload, { collection: 'images', id: 'a', level: 'mat' });
  await sealsSettled(payload);
  const heard: string[] = [];
  followMarkings(payload, async ({ id }) => {
    if (id === 'a') throw new Error('no key');
    heard.push(id);
  });
  for (const id of ['a', 'b']) sealAsMarked(payload, { collection: 'images', id, level: 'mat' });
  await sealsSettled(payload);
  expect([heard, logged]).toEqual([['b'], ['a document is not sealed as it is marked']]);
});
