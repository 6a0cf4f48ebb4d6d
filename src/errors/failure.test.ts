import { expect, test } from 'vitest';
import { Failure } from './failure.ts';

test('a failure is one, whichever copy of its module made it', async () => {
  const again = './failure.ts?copy';
  const copy = (await import(again)) as typeof import('./failure.ts');
  expect(copy.Failure).not.toBe(Failure);
  expect(new copy.Failure('not-found') instanceof Failure).toBe(true);
  expect(new Failure('not-found') instanceof copy.Failure).toBe(true);
});

test('nothing else is one, and not each is one of every kind', () => {
  class OfAKind extends Failure {}
  expect([new OfAKind('not-found') instanceof Failure, new OfAKind('not-found') instanceof OfAKind]).toEqual([
    true,
    true,
  ]);
  expect(new Failure('not-found') instanceof OfAKind).toBe(false);
  const alike = Object.assign(new Error('x'), { name: 'Failure', code: 'not-found' });
  for (const other of [alike, null, undefined, 'Failure', {}]) expect(other instanceof Failure).toBe(false);
});
