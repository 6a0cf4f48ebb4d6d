import { expect, test } from 'vitest';
import { type Consent, rightsClosure, rightsWindow } from './rights-in-force.ts';

const [early, now, late] = ['2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'];
const rights = { rights: 'http://rightsstatements.org/vocab/InC/1.0/', uses: [], validUntil: null };
const nobody = { people: null, minors: false, consents: [] };
const consent = (over: Partial<Consent> = {}): Consent => ({
  ...{ kind: 'adult', uses: [], validUntil: null, withdrawnOn: null },
  ...over,
});

test('it opens with the later of embargo and begin, and closes with the first end', () => {
  const term = { embargo: early, validFrom: now, validUntil: late };
  expect(rightsWindow(term, [])).toEqual({ appearsAt: now, vanishesAt: late });
  expect(rightsWindow({ ...term, embargo: now, validFrom: early }, []).appearsAt).toBe(now);
  expect(rightsWindow({ ...term, embargo: now, validFrom: null }, []).appearsAt).toBe(now);
  expect(rightsWindow(term, [consent(), consent({ validUntil: now })]).vanishesAt).toBe(now);
  const none = { embargo: null, validFrom: null, validUntil: null };
  expect(rightsWindow(none, [consent()])).toEqual({ appearsAt: null, vanishesAt: null });
});

test.each([
  [null, {}, {}],
  ['rights-missing', { rights: null }, {}],
  ['rights-not-web', { uses: ['print'] as const }, {}],
  ['rights-expired', { validUntil: now }, {}],
  [null, { validUntil: late }, {}],
  ['consent-withdrawn', {}, { consents: [consent({ withdrawnOn: late })] }],
  ['consent-expired', {}, { consents: [consent({ validUntil: early })] }],
  ['consent-not-web', {}, { consents: [consent({ uses: ['social'] })] }],
  ['consent-missing', {}, { people: 'not-released' as const }],
  ['consent-missing', {}, { people: 'released' as const }],
  [null, {}, { people: 'released' as const, consents: [consent()] }],
  ['consent-missing', {}, { minors: true, consents: [consent()] }],
  [null, {}, { minors: true, consents: [consent({ kind: 'minor' })] }],
])('%s closes it: %j %j', (closure, term, shown) => {
  expect(rightsClosure({ ...rights, ...term }, { ...nobody, ...shown }, now)).toBe(closure);
});
