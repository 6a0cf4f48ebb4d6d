import { describe, expect, it } from 'vitest';
import { dataPolicy, pagePolicy, policyFor } from './content-policy.ts';

const nonce = 'Zm9yIG9uZSBhbnN3ZXIg';
const linesOf = (policy: string): Record<string, string> =>
  Object.fromEntries(policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]));

describe('R17: a page of the studio', () => {
  it('runs scripts that bear the number of its answer, and no other that stands in it', () => {
    expect(linesOf(pagePolicy(nonce))['script-src']).toBe(`'nonce-${nonce}' 'strict-dynamic'`);
    expect(pagePolicy(nonce)).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  it('loads from the studio alone, and is neither framed nor given another base', () => {
    expect(linesOf(pagePolicy(nonce))).toMatchObject({
      'default-src': "'self'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
  });
});

it('R17: what is no page runs nothing at all', () => {
  expect(linesOf(dataPolicy)).toMatchObject({ sandbox: '', 'default-src': "'none'", 'frame-ancestors': "'none'" });
  for (const type of ['application/json', 'image/svg+xml', 'text/plain', 'text/htmlx', undefined])
    expect(policyFor(type, nonce), String(type)).toBe(dataPolicy);
  for (const type of ['text/html', 'text/html; charset=utf-8', 'TEXT/HTML'])
    expect(policyFor(type, nonce)).toBe(pagePolicy(nonce));
});
