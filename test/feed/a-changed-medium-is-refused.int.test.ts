import { execFileSync } from 'node:child_process';
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FailureCode } from '#errors/failures.ts';
import { canonicalBytes } from '#feed/canonical.ts';
import { countFiles } from '#feed/medium/counts.ts';
import { marksOf, writeLists } from '#feed/medium/file-lists.ts';
import type { ListedFile, MediumManifest } from '#feed/medium/schemas.ts';
import { openPayload, sealPayload } from '#feed/payload.ts';
import { exported, imported, twoSides } from './support/carried.ts';
import { at, codeOf, feedWith, filesOf, key, keyOf, trust, writerOf } from './support/feed-folder.ts';
import { article, image, put } from './support/records.ts';

let sides: Awaited<ReturnType<typeof twoSides>>;
/** What the outer side held before each try: nothing may change it. */
let before: string[];
beforeAll(async () => {
  sides = await twoSides();
  await using writer = await writerOf(sides.inner);
  await writer.append([put(article(1, 'Một'))], at);
  await exported(sides.inner, sides.place('first'));
  await imported(sides.place('first'), sides.outer);
  const blob = await writer.putBlob(Buffer.from('pixels'));
  await writer.append([put(image(2, blob, 6)), put(article(3, 'Ba'))], at);
  await writer.append([put(article(4, 'Bốn'))], at);
  await exported(sides.inner, sides.place('medium'), 1);
  before = await everything(sides.outer);
});
afterAll(() => sides?.[Symbol.asyncDispose]());

/** Names and bytes of all that counts in a feed. */
const everything = async (dir: string): Promise<string[]> =>
  Promise.all(
    (await filesOf(dir))
      .filter((file) => !/^(incoming|tmp)/.test(file))
      .map(async (file) => `${file} ${(await readFile(join(dir, file))).toString('base64')}`),
  );

const listsOf = async (medium: string): Promise<ListedFile[]> =>
  JSON.parse(await readFile(join(medium, 'lists/0001.json'), 'utf8'));

/** A medium whose lists and manifest say something else, signed by a key of ours or by another one. */
const signedAnew = async (
  medium: string,
  change: (manifest: MediumManifest, files: ListedFile[]) => { manifest?: object; files?: ListedFile[] },
  by = key,
) => {
  const old = openPayload('medium', await readFile(join(medium, 'medium.json')), trust).value;
  const changed = change(old, await listsOf(medium));
  const lists = changed.files === undefined ? undefined : writeLists(changed.files);
  for (const list of lists ?? []) await writeFile(join(medium, 'lists/0001.json'), list);
  const counts = countFiles(changed.files ?? (await listsOf(medium)), old.counts.entries);
  const value = { ...old, counts, ...(lists !== undefined && { lists: marksOf(lists) }), ...changed.manifest };
  await writeFile(join(medium, 'medium.json'), sealPayload('medium', value as MediumManifest, by).file);
};

const segment = 'feed/segments/000002.json';
const blobOf = async (medium: string): Promise<string> => {
  const found = (await listsOf(medium)).find(({ path }) => path.startsWith('blobs/'));
  return `feed/${found?.path}`;
};

const flipped = async (file: string): Promise<void> => {
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(file, bytes);
};

const entry = (path: string): ListedFile => ({ path, bytes: 6, sha256: '0'.repeat(64) });

const cases: readonly [string, FailureCode, (medium: string) => Promise<unknown>][] = [
  ['one bit of a segment', 'medium-changed', (m) => flipped(join(m, segment))],
  ['one bit of a picture', 'medium-changed', async (m) => flipped(join(m, await blobOf(m)))],
  ['one bit of a list', 'medium-changed', (m) => flipped(join(m, 'lists/0001.json'))],
  ['a picture cut off', 'medium-changed', async (m) => truncate(join(m, await blobOf(m)), 3)],
  ['a segment that is missing', 'medium-incomplete', (m) => rm(join(m, segment))],
  ['a list that is missing', 'medium-incomplete', (m) => rm(join(m, 'lists/0001.json'))],
  ['a file more', 'medium-foreign', (m) => writeFile(join(m, 'feed/segments/000009.json'), '{}')],
  ['a file more beside the manifest', 'medium-foreign', (m) => writeFile(join(m, 'autorun.inf'), 'open=it')],
  ['a folder more', 'medium-foreign', (m) => mkdir(join(m, 'feed/more'))],
  ['a file under another name', 'medium-foreign', (m) => rename(join(m, segment), join(m, 'feed/segments/2.json'))],
  [
    'a link in the place of a file',
    'medium-foreign',
    async (m) => {
      await copyFile(join(m, segment), sides.place('aside.json'));
      await rm(join(m, segment));
      await symlink(sides.place('aside.json'), join(m, segment));
    },
  ],
  [
    'a link in the place of a folder',
    'medium-foreign',
    async (m) => {
      await cp(join(m, 'feed/segments'), `${m}-apart`, { recursive: true });
      await rm(join(m, 'feed/segments'), { recursive: true });
      await symlink(`${m}-apart`, join(m, 'feed/segments'));
    },
  ],
  ['a link in the place of the receipt', 'medium-foreign', (m) => symlink('/etc/hostname', join(m, 'receipt.json'))],
  [
    'a link in the place of the manifest',
    'medium-foreign',
    async (m) => {
      await rename(join(m, 'medium.json'), `${m}.json`);
      await symlink(`${m}.json`, join(m, 'medium.json'));
    },
  ],
  [
    'a pipe in the place of the manifest',
    'medium-foreign',
    async (m) => {
      await rm(join(m, 'medium.json'));
      execFileSync('mkfifo', [join(m, 'medium.json')]);
    },
  ],
  ['a manifest of another key', 'feed-signature-bad', (m) => signedAnew(m, () => ({}), keyOf(9))],
  [
    'one bit of the manifest',
    'feed-signature-bad',
    async (m) => {
      const envelope = JSON.parse(await readFile(join(m, 'medium.json'), 'utf8'));
      const payload = Buffer.from(envelope.payload, 'base64');
      payload[60] = (payload[60] ?? 0) ^ 1;
      await writeFile(join(m, 'medium.json'), JSON.stringify({ ...envelope, payload: payload.toString('base64') }));
    },
  ],
  ['a manifest without end', 'feed-too-large', (m) => writeFile(join(m, 'medium.json'), Buffer.alloc(3_000_000, 0x20))],
  [
    'a segment in the place of the manifest',
    'feed-malformed',
    (m) => copyFile(join(m, segment), join(m, 'medium.json')),
  ],
  [
    'a path that leads out',
    'medium-malformed',
    (m) => signedAnew(m, (_, files) => ({ files: [...files, entry('../../outside')] })),
  ],
  [
    'a path of no file of a feed',
    'medium-malformed',
    (m) => signedAnew(m, (_, files) => ({ files: [...files, entry('segments/lock')] })),
  ],
  [
    'a file beyond the bound of its kind',
    'medium-malformed',
    (m) => signedAnew(m, (_, files) => ({ files: files.map((each) => ({ ...each, bytes: 65 * 1024 * 1024 })) })),
  ],
  [
    'a list that is out of order',
    'medium-malformed',
    async (m) => {
      const files = canonicalBytes((await listsOf(m)).reverse());
      await writeFile(join(m, 'lists/0001.json'), files);
      await signedAnew(m, () => ({ manifest: { lists: marksOf([files]) } }));
    },
  ],
  [
    'counts of something else',
    'medium-malformed',
    (m) => signedAnew(m, ({ counts }) => ({ manifest: { counts: { ...counts, blobs: 0 } } })),
  ],
  [
    'a place that the checkpoint does not have',
    'medium-malformed',
    (m) => signedAnew(m, ({ to }) => ({ manifest: { to: { ...to, seq: to.seq + 1 } } })),
  ],
  [
    'a picture left out of list and medium',
    'feed-blob-missing',
    async (m) => {
      const blob = await blobOf(m);
      await rm(join(m, blob, '..'), { recursive: true });
      await rm(join(m, 'feed/blobs'), { recursive: true });
      await signedAnew(m, (_, files) => ({ files: files.filter(({ path }) => `feed/${path}` !== blob) }));
    },
  ],
];

describe('a medium is refused, and nothing of it is taken in, with', () => {
  test.each(cases)('R61: %s', async (name, code, change) => {
    const medium = sides.place(name.replaceAll(' ', '-'));
    await cp(sides.place('medium'), medium, { recursive: true });
    await change(medium);
    expect(await codeOf(() => imported(medium, sides.outer))).toBe(code);
    expect(await everything(sides.outer)).toEqual(before);
    expect(await readdir(join(sides.outer, 'incoming')).catch(() => [])).toEqual([]);
  });
});

test('no medium, an unfinished one, one without a manifest', async () => {
  const folder = sides.place('nothing');
  await mkdir(folder);
  expect(await codeOf(() => imported(folder, sides.outer))).toBe('medium-missing');
  await cp(sides.place('medium'), sides.place('no-manifest'), { recursive: true });
  await rm(sides.place('no-manifest/medium.json'));
  expect(await codeOf(() => imported(sides.place('no-manifest'), sides.outer))).toBe('medium-unfinished');
});

test('R61: a medium of before, of another feed, of another history, or with a gap is refused', async () => {
  const outer = sides.place('outer-2');
  const lost = sides.place('lost');
  await imported(sides.place('first'), outer);
  await imported(sides.place('medium'), outer);
  const held = await everything(outer);
  expect(await codeOf(() => imported(sides.place('first'), outer))).toBe('medium-replayed');

  await feedWith(sides.place('strange'), [put(article(1, 'Một'))]);
  await exported(sides.place('strange'), sides.place('of-another'));
  expect(await codeOf(() => imported(sides.place('of-another'), outer))).toBe('feed-other');

  await cp(sides.outer, sides.place('fork'), { recursive: true });
  await feedWith(
    sides.place('fork'),
    ...['Hai', 'Ba', 'Bốn', 'Năm'].map((title) => [put(article(7, `${title}, nhưng khác`))]),
  );
  await exported(sides.place('fork'), sides.place('of-a-fork'), 1);
  expect(await codeOf(() => imported(sides.place('of-a-fork'), outer))).toBe('feed-chain-broken');

  await exported(sides.inner, sides.place('later'), 3);
  await imported(sides.place('first'), lost);
  expect(await codeOf(() => imported(sides.place('later'), lost))).toBe('medium-gap');
  expect(await everything(outer)).toEqual(held);
});

test('a statement that was signed earlier than the one that is here is refused, a fresh one is taken', async () => {
  const [inner, outer] = [sides.place('quiet'), sides.place('quiet-outer')];
  const later = new Date(at.getTime() + 60_000);
  await using writer = await writerOf(inner);
  await writer.append([put(article(1, 'Một'))], at);
  await exported(inner, sides.place('at-first'));
  await writer.touch(later);
  await exported(inner, sides.place('fresh'), 1);
  await imported(sides.place('at-first'), outer);
  expect(await imported(sides.place('fresh'), outer)).toMatchObject({
    isNew: true,
    checkpoint: { issuedAt: later.toISOString() },
  });
  expect(await codeOf(() => imported(sides.place('at-first'), outer))).toBe('medium-replayed');
  expect(await imported(sides.place('fresh'), outer)).toMatchObject({ isNew: false });
  expect(await readdir(join(outer, 'incoming'))).toEqual([]);
});
