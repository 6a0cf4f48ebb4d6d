import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestOf, edit, makeBag, newFolder, put, tag } from '../../test/archive/support/bags.ts';
import { isError } from './faults.ts';
import { validateBag } from './validate.ts';

const check = (dir: string) => validateBag(dir, { signal: new AbortController().signal, onProgress: () => undefined });

/** `code file`, sorted. */
const faultsOf = async (dir: string): Promise<string[]> =>
  (await check(dir)).faults.map(({ code, file }) => `${code} ${file}`).sort();

describe('a bag in which something is wrong', () => {
  const hex = digestOf('sha256', 'a');
  const line = (text: string) => (dir: string) => edit(dir, 'manifest-sha256.txt', (all) => `${all}${text}\n`);
  const list = (text: string) => (dir: string) => put(dir, 'fetch.txt', `${text}\n`);
  const declare = (text: string | Uint8Array) => (dir: string) => put(dir, 'bagit.txt', text);
  const inform = (text: string) => (dir: string) => put(dir, 'bag-info.txt', text);
  const manifest = 'manifest-sha256.txt';

  test.each<[string, (dir: string) => Promise<unknown>, string[]]>([
    ['no declaration', (dir) => rm(join(dir, 'bagit.txt')), ['declaration-missing bagit.txt']],
    ['an empty declaration', declare(''), ['declaration-malformed bagit.txt']],
    [
      'a declaration with a mark',
      declare('\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
      ['declaration-malformed bagit.txt'],
    ],
    [
      'a declaration with a blank too many',
      declare('BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n'),
      ['declaration-malformed bagit.txt'],
    ],
    [
      'a declaration of three lines',
      declare('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: x\n'),
      ['declaration-malformed bagit.txt'],
    ],
    ['a declaration that never ends', declare('x'.repeat(5000)), ['declaration-malformed bagit.txt']],
    [
      'a version of the future',
      declare('BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n'),
      ['version-unknown bagit.txt'],
    ],
    [
      'a version before all',
      declare('BagIt-Version: 0.92\nTag-File-Character-Encoding: UTF-8\n'),
      ['version-unknown bagit.txt'],
    ],
    [
      'an encoding that nobody knows',
      declare('BagIt-Version: 1.0\nTag-File-Character-Encoding: KLINGON\n'),
      ['encoding-unknown bagit.txt'],
    ],
    [
      'a list that is not in its encoding',
      (dir) => put(dir, 'bag-info.txt', Buffer.from([0x41, 0x3a, 0xe1])),
      ['encoding-broken bag-info.txt'],
    ],
    [
      'no payload folder',
      (dir) => rm(join(dir, 'data'), { recursive: true }),
      ['file-missing data/a.txt', 'file-missing data/b/c.txt', 'payload-missing data'],
    ],
    ['no list at all', (dir) => rm(join(dir, manifest)), ['manifest-missing manifest-sha512.txt']],
    [
      'only a list that nobody can check',
      (dir) => rename(join(dir, manifest), join(dir, 'manifest-crc7.txt')),
      ['algorithm-unknown manifest-crc7.txt'],
    ],
    ['a line that is none', line('nothing here'), [`line-malformed ${manifest}`]],
    ['a line without a path', line(hex), [`line-malformed ${manifest}`]],
    [
      'a checksum of another length',
      (dir) => edit(dir, manifest, (text) => text.replace(hex, 'abc')),
      ['checksum-malformed data/a.txt', 'file-unlisted data/a.txt'],
    ],
    ['other bytes', (dir) => put(dir, 'data/a.txt', 'b'), ['checksum-wrong data/a.txt']],
    ['a file listed twice', line(`${hex}  data/a.txt`), ['listed-twice data/a.txt']],
    [
      'a file listed twice, once in a roundabout way',
      line(`${hex}  data/./a.txt`),
      ['listed-twice data/a.txt', `path-dotted ${manifest}`],
    ],
    ['a missing file', (dir) => rm(join(dir, 'data/a.txt')), ['file-missing data/a.txt']],
    ['a file that is not listed', (dir) => put(dir, 'data/more.txt', 'x'), ['file-unlisted data/more.txt']],
    ['a tag file among the payload', line(`${hex}  bag-info.txt`), ['path-misplaced bag-info.txt']],
    ['an address that is none', list('no-address 1 data/a.txt'), ['fetch-malformed fetch.txt']],
    ['a length that is none', list('https://example.org/a x data/a.txt'), ['fetch-malformed fetch.txt']],
    [
      'something to fetch that is not listed',
      list('https://example.org/x 1 data/x.txt'),
      ['fetch-pending data/x.txt', 'fetch-unlisted data/x.txt'],
    ],
    [
      'something to fetch into the wrong place',
      list('https://example.org/x 1 bagit.txt'),
      ['path-misplaced bagit.txt'],
    ],
    ['a label without a value', inform('no colon here\n'), ['info-malformed bag-info.txt']],
    ['an Oxum that is none', inform('Payload-Oxum: many\n'), ['oxum-malformed bag-info.txt']],
    ['two of them', inform('Payload-Oxum: 3.2\nPAYLOAD-OXUM: 3.2\n'), ['oxum-repeated bag-info.txt']],
    ['a wrong number of files', inform('Payload-Oxum: 3.1\n'), ['oxum-wrong bag-info.txt']],
    ['a wrong number of bytes', inform('Payload-Oxum: 4.2\n'), ['oxum-wrong bag-info.txt']],
    ['a link to a file', (dir) => symlink('/etc/hostname', join(dir, 'data/link')), ['file-is-link data/link']],
    ['a link to a folder', (dir) => symlink('/etc', join(dir, 'data/etc')), ['file-is-link data/etc']],
    [
      'a link in the place of a listed file',
      async (dir) => {
        await rm(join(dir, 'data/a.txt'));
        await symlink('b/c.txt', join(dir, 'data/a.txt'));
      },
      ['file-is-link data/a.txt', 'file-missing data/a.txt'],
    ],
    ['a pipe', async (dir) => execFileSync('mkfifo', [join(dir, 'data/pipe')]), ['file-special data/pipe']],
    [
      'a folder in the place of a file',
      async (dir) => {
        await rm(join(dir, 'data/a.txt'));
        await mkdir(join(dir, 'data/a.txt'));
      },
      ['file-missing data/a.txt'],
    ],
  ])('%s', async (_, harm, faults) => {
    const dir = await makeBag();
    await harm(dir);
    expect(await faultsOf(dir)).toEqual(faults);
    expect((await check(dir)).isValid).toBe(false);
  });

  test.each([
    '../a',
    'data/../../a',
    '/etc/passwd',
    'C:/a',
    'c:\\a',
    '\\\\host\\a',
    '~/a',
    '~root/a',
    'data\\..\\..\\a',
    'data/%0A/../../a',
  ])('the path %j, which leads out', async (path) => {
    const [parent, secret] = [await newFolder(), 'secret'];
    const dir = await makeBag({}, parent);
    await put(parent, 'a', secret);
    for (const file of [manifest, 'manifest-sha512.txt', 'tagmanifest-sha256.txt'])
      await put(dir, file, `${digestOf(file.includes('512') ? 'sha512' : 'sha256', secret)}  ${path}\n`);
    await put(dir, 'fetch.txt', `https://example.org/a 1 ${path}\n`);
    const { faults, isValid } = await check(dir);
    expect(isValid).toBe(false);
    expect(faults.filter(({ code }) => code === 'path-unsafe')).toHaveLength(4);
  });

  test('files that have still to be fetched, of which each is named with its address', async () => {
    const dir = await makeBag({ info: ['Payload-Oxum: 3.2'] });
    await rm(join(dir, 'data/a.txt'));
    await put(dir, 'fetch.txt', 'https://example.org/a%20b.txt - data/a.txt\n');
    const { faults, isValid } = await check(dir);
    expect(isValid).toBe(false);
    expect(faults).toEqual([
      { code: 'fetch-pending', file: 'data/a.txt', values: { url: 'https://example.org/a%20b.txt' } },
    ]);
  });

  test('tag files', async () => {
    const dir = await makeBag({ tagged: true });
    await edit(dir, 'bag-info.txt', (text) => text.replace('Lan', 'Minh'));
    expect(await faultsOf(dir)).toEqual(['checksum-wrong bag-info.txt']);
    await tag(dir);
    expect(await faultsOf(dir)).toEqual([]);
    const one = digestOf('sha256', '');
    await edit(
      dir,
      'tagmanifest-sha256.txt',
      (text) =>
        `${text.replace(/.*manifest-sha256.txt\n/, '')}${one}  data/a.txt\n${one}  tagmanifest-md5.txt\n${one}  nowhere.xml\n`,
    );
    expect(await faultsOf(dir)).toEqual([
      'file-missing nowhere.xml',
      'manifest-unlisted manifest-sha256.txt',
      'path-misplaced data/a.txt',
      'tagmanifest-listed tagmanifest-md5.txt',
    ]);
  });

  test('an algorithm that nobody knows beside one that is known leaves it valid, and is named', async () => {
    const dir = await makeBag();
    await put(dir, 'manifest-crc7.txt', 'ab  data/a.txt\ncd  data/b/c.txt\n');
    expect(await faultsOf(dir)).toEqual(['algorithm-unchecked manifest-crc7.txt']);
    expect((await check(dir)).isValid).toBe(true);
  });

  test('everything is listed at once', async () => {
    const dir = await makeBag({ algorithms: ['sha256', 'md5'], info: ['Payload-Oxum: 1.1'] });
    await put(dir, 'data/a.txt', 'changed');
    await put(dir, 'data/new.txt', '');
    await rm(join(dir, 'data/b/c.txt'));
    const { faults } = await check(dir);
    const codes = faults.filter(isError).map(({ code }) => code);
    expect(codes.sort()).toEqual(['checksum-wrong', 'checksum-wrong', 'file-missing', 'file-unlisted', 'oxum-wrong']);
  });
});

test('a tag file beyond all measure is not read', async () => {
  const dir = await makeBag();
  await truncate(join(dir, 'bag-info.txt'), 256 * 1024 * 1024 + 1);
  expect(await faultsOf(dir)).toEqual(['tag-too-large bag-info.txt']);
});

test.runIf(process.platform === 'linux')(
  'a name that is no text is a fault, and not the end of the check',
  async () => {
    const dir = await makeBag();
    await writeFile(Buffer.concat([Buffer.from(join(dir, 'data/')), Buffer.from([0xe9])]), 'x');
    expect(await faultsOf(dir)).toEqual(['file-unreadable data/\uFFFD']);
  },
);
