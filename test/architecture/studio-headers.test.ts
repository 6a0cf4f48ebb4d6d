import { expect, test } from 'vitest';
import config from '../../next.config.ts';

const rules = (await config.headers?.()) ?? [];
const ofAll = new Map(
  rules.find(({ source }) => source === '/:path*')?.headers.map(({ key, value }) => [key.toLowerCase(), value]),
);
const policy = new Map(
  (ofAll.get('content-security-policy') ?? '').split('; ').map((line) => {
    const [name = '', ...values] = line.split(' ');
    return [name, values.join(' ')];
  }),
);

test('pages of the studio load from the studio alone, run no text, and are neither framed nor given another base', () => {
  expect(Object.fromEntries(policy)).toMatchObject({
    'default-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  });
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe-eval|https?:|\*/);
});

test('no other site draws what a person of the studio may see into its own pages', () => {
  expect(Object.fromEntries(ofAll)).toMatchObject({
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
});
