import { expect, test } from 'vitest';
import config from '../../next.config.ts';

const rules = (await config.headers?.()) ?? [];
const ofAll = new Map(
  rules.find(({ source }) => source === '/:path*')?.headers.map(({ key, value }) => [key.toLowerCase(), value]),
);

test('no other site draws what a person of the studio may see into its own pages', () => {
  expect(Object.fromEntries(ofAll)).toMatchObject({
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
});

test('R17: what may run in an answer is not said before the answer itself could say it', () => {
  expect(rules.flatMap(({ headers }) => headers.map(({ key }) => key.toLowerCase()))).not.toContain(
    'content-security-policy',
  );
});
