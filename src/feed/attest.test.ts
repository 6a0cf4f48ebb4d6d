import { expect, test } from 'vitest';
import { openAttest } from './attest.ts';
import { newSigningKey, publicHalf } from './keys.ts';
import { sealPayload } from './payload.ts';
import { type Attest, feedVersion } from './schemas.ts';

const [ours, another] = [newSigningKey(), newSigningKey()];
const checkpoint: Attest = {
  ...{ version: feedVersion, feed: 'f'.repeat(32), number: 1, previous: null, issuedAt: '2026-11-27T10:00:00.000Z' },
  ...{ size: 3, root: 'a'.repeat(64), proof: [] },
};

test('R61: a checkpoint of the audit log that nobody has signed who is trusted is none', () => {
  const signed = sealPayload('audit', checkpoint, ours);
  expect(openAttest(signed.file, [publicHalf(ours)], 1)).toMatchObject({ size: 3, hash: signed.hash });
  const forged = sealPayload('audit', checkpoint, another);
  expect(() => openAttest(forged.file, [publicHalf(ours)], 1)).toThrow(
    expect.objectContaining({ code: 'feed-signature-bad' }),
  );
});
