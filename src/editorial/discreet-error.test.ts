import { expect, it } from 'vitest';
import { discreetError } from './discreet-error.ts';

it('R55: tells where an error happened and nothing of what a database was asked', () => {
  const cause = new Error('params: Kế hoạch mật');
  const told = JSON.stringify(discreetError(new Error('Failed query: … Kế hoạch mật', { cause })));
  expect(told).not.toContain('mật');
  expect(told).toContain('discreet-error.test.ts');
});

it('keeps the message of a refusal, which is a code or names of fields', () => {
  expect(discreetError(Object.assign(new Error('slug-taken'), { status: 409 }))).toMatchObject({
    message: 'slug-taken',
  });
});

it('takes anything that was thrown', () => {
  for (const thrown of [null, undefined, 'text', 7, {}, []]) expect(discreetError(thrown)).toBeTypeOf('object');
});
