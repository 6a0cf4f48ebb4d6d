import { expect, test } from 'vitest';
import { limits } from './limits.ts';
import { blobPath, capOf, checkpointPath, segmentPath, snapshotPath } from './paths.ts';

test('the paths that a feed has are known, each with its bound', () => {
  expect(capOf(checkpointPath)).toBe(limits.checkpoint);
  expect(capOf(segmentPath(1))).toBe(limits.envelope);
  expect(capOf(segmentPath(1_234_567))).toBe(limits.envelope);
  expect(capOf(blobPath('ab'.repeat(32)))).toBe(limits.blob);
  expect(capOf(snapshotPath('000012-0a1b2c3d', 10_000))).toBe(limits.envelope);
});

test.each([
  '',
  'lock',
  '../checkpoint.json',
  'segments/../checkpoint.json',
  'segments/000001.json/',
  'segments/000001.json\n',
  'segments/1.json',
  'segments/0000001.json',
  '/etc/passwd',
  'segments\\000001.json',
  'segments/%2e%2e/x',
  `blobs/sha256/aa/${'b'.repeat(64)}`,
  `blobs/sha256/AB/${'AB'.repeat(32)}`,
  'snapshots/../../x/0001.json',
  'tmp/x',
  'aside/000001.json',
])('%j is no path of a feed', (path) => {
  expect(capOf(path)).toBeNull();
});
