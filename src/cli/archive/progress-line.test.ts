import { expect, test } from 'vitest';
import { openWords } from '../words/words.ts';
import { bagLine, checkingLine, ingestLine, picturesLine, progressLine } from './progress-line.ts';

const t = openWords('en');
const megabyte = 1024 * 1024;

test('a bar, how many, how fast and how long yet', () => {
  const sizes = { bytes: 500 * megabyte, ofBytes: 2000 * megabyte };
  const line = progressLine({ masters: 10, ofMasters: 41, ...sizes, milliseconds: 20_000 }, t);
  expect(line).toBe('██████░░░░░░░░░░░░░░░░░░ 25% · 10 of 41 masters · 25.0 MB/s · 0:01:00 left');
});

test.each([
  [{ masters: 0, ofMasters: 0, bytes: 0, ofBytes: 0, milliseconds: 0 }, '0% · 0 of 0'],
  [{ masters: 1, ofMasters: 2, bytes: 0, ofBytes: 0, milliseconds: 10 }, '50% · 1 of 2'],
  [{ masters: 9, ofMasters: 9, bytes: 3000, ofBytes: 2000, milliseconds: 10 }, '100% · 9 of 9'],
])('it holds where there is little to go by: %j', (progress, told) => {
  expect(progressLine(progress, t)).toContain(told);
  expect(progressLine(progress, t)).not.toMatch(/NaN|Infinity|-\d/);
});

test('a folder that is taken in is told in files', () => {
  const progress = { files: 5, ofFiles: 20, bytes: 500 * megabyte, ofBytes: 2000 * megabyte, milliseconds: 10_000 };
  expect(ingestLine(progress, t)).toBe('██████░░░░░░░░░░░░░░░░░░ 25% · 5 of 20 files · 0.5 a second · 0:00:30 left');
  expect(ingestLine({ ...progress, files: 0, bytes: 0, milliseconds: 0 }, t)).toMatch(/0% · 0 of 20 files · 0\.0/);
});

test('a bag that is written is told in pictures, one that is checked in files', () => {
  const sizes = { bytes: 500 * megabyte, ofBytes: 2000 * megabyte, milliseconds: 20_000 };
  expect(bagLine({ pictures: 10, ofPictures: 41, ...sizes }, t)).toBe(
    '██████░░░░░░░░░░░░░░░░░░ 25% · 10 of 41 pictures · 25.0 MB/s · 0:01:00 left',
  );
  expect(checkingLine({ files: 10, ofFiles: 41, ...sizes }, t)).toBe(
    '██████░░░░░░░░░░░░░░░░░░ 25% · 10 of 41 files checked · 25.0 MB/s · 0:01:00 left',
  );
  const nothing = { bytes: 0, ofBytes: 0, milliseconds: 0 };
  expect(bagLine({ pictures: 1, ofPictures: 2, ...nothing }, t)).toContain(
    '50% · 1 of 2 pictures · 0.0 MB/s · –:–– left',
  );
});

test('what is done for picture after picture is told in pictures a second, and in the time that is left', () => {
  const progress = { pictures: 25, ofPictures: 100, milliseconds: 10_000 };
  expect(picturesLine(progress, t)).toBe('██████░░░░░░░░░░░░░░░░░░ 25% · 25 of 100 pictures · 2.5/s · 0:00:30 left');
  expect(picturesLine({ pictures: 0, ofPictures: 0, milliseconds: 0 }, t)).toMatch(/0% · 0 of 0 .*–:–– left$/);
  // A picture that came while the others had their turn
  expect(picturesLine({ pictures: 101, ofPictures: 100, milliseconds: 10_000 }, t)).toMatch(/100% .* 0:00:00 left$/);
});
