import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BagPlan, edit, makeBag, put } from '../../test/archive/support/bags.ts';
import { bagFaults } from './faults.ts';
import { validateBag } from './validate.ts';

const check = (dir: string) => validateBag(dir, { signal: new AbortController().signal, onProgress: () => undefined });

/** `code file`, sorted. */
const faultsOf = async (dir: string): Promise<string[]> =>
  (await check(dir)).faults.map(({ code, file }) => `${code} ${file}`).sort();

describe('a bag that is in order', () => {
  const nfd = 'Chợ.txt'.normalize('NFD');
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const utf16be = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

  test.each<[string, BagPlan]>([
    ['of 1.0 with tag manifests', { tagged: true, algorithms: ['sha256', 'sha512'] }],
    ['of 1.0 with an empty payload', { payload: {} }],
    ['with a true Payload-Oxum', { info: ['Payload-Oxum: 3.2'] }],
    ['of 0.97, whose metadata repeats', { version: '0.97', info: ['Contact-Name: Lan', 'Contact-Name: Minh'] }],
    ['with a value on two lines', { info: ['External-Description: Photographs of', '  the harbour'] }],
    [
      'with tag files in ISO-8859-1',
      { encoding: 'ISO-8859-1', payload: { 'été.txt': 'x' }, encode: latin, tagged: true },
    ],
    ['with tag files in UTF-16', { version: '0.97', encoding: 'UTF-16', encode: utf16, tagged: true }],
    ['with tag files in UTF-16, the greater half first', { encoding: 'UTF-16', encode: utf16be }],
    ['with tag files in UTF-16 without a mark', { encoding: 'UTF-16', encode: (text) => Buffer.from(text, 'utf16le') }],
    ['with other line ends', { encode: (text) => Buffer.from(text.replaceAll('\n', '\r\n')) }],
    ['with old line ends', { encode: (text) => Buffer.from(text.replaceAll('\n', '\r')) }],
    ['with encoded names', { payload: { 'a\nb.txt': '1', 'c\rd.txt': '2', '100%25.txt': '3' }, write: encoded }],
    ['of 0.97, where a percent sign meant itself', { version: '0.97', payload: { '100%25.txt': '3' } }],
    [
      'with tabs and digits in capitals',
      {
        write: (path) => `\t${path}`,
        encode: (text) => Buffer.from(text.replace(/^[0-9a-f]{64}/gm, (hex) => hex.toUpperCase())),
      },
    ],
    ['with SHA-3', { algorithms: ['sha3512'] }],
  ])('%s is valid', async (_, plan) => {
    const found = await check(await makeBag(plan));
    expect(found.faults).toEqual([]);
    expect(found.isValid).toBe(true);
  });

  test.each<[string, BagPlan, string[]]>([
    ['with md5 only', { version: '0.96', algorithms: ['md5'] }, ['algorithm-weak manifest-md5.txt']],
    ['with sha1 only', { version: '0.93', algorithms: ['sha1'] }, ['algorithm-weak manifest-sha1.txt']],
    ['with the mark of md5sum', { write: (path) => `*${path}` }, ['binary-mark manifest-sha256.txt']],
    ['with paths that begin at a dot', { write: (path) => `./${path}` }, ['path-dotted manifest-sha256.txt']],
    [
      'whose names came back in another form',
      { payload: { [nfd]: 'x' }, write: (path) => path.normalize('NFC') },
      [`name-normalised data/${nfd}`],
    ],
    [
      'with two forms of one name',
      { payload: { [nfd]: 'x', [nfd.normalize('NFC')]: 'y' } },
      [`names-alike data/${nfd.normalize('NFC')}`],
    ],
    [
      'with names that differ in case',
      { payload: { 'A.txt': 'x', 'a.txt': 'y' } },
      ['names-differ-in-case data/a.txt'],
    ],
    ['with a percent sign as it is', { payload: { '100%25.txt': 'x' } }, ['name-undecoded data/100%25.txt']],
    [
      'that was dated twice',
      { info: ['Bagging-Date: 2016-02-26', 'Bagging-Date: 2016-03-10'] },
      ['info-repeated bag-info.txt'],
    ],
  ])('%s is valid, with a remark', async (_, plan, remarks) => {
    const dir = await makeBag(plan);
    expect(await faultsOf(dir)).toEqual(remarks);
    expect((await check(dir)).isValid).toBe(true);
  });

  test('tells what it is and what it says of itself', async () => {
    const found = await check(
      await makeBag({ version: '0.97', info: ['Source-Organization: Kho ảnh', 'note : a: b'] }),
    );
    expect(found).toMatchObject({ version: '0.97', encoding: 'UTF-8', algorithms: ['sha256'] });
    expect(found.info).toEqual([
      ['Source-Organization', 'Kho ảnh'],
      ['note', 'a: b'],
    ]);
    expect(Object.fromEntries(found.payload)).toEqual({ 'data/a.txt': 1, 'data/b/c.txt': 2 });
  });

  test('has its metadata in package-info.txt before 0.96', async () => {
    const dir = await makeBag({ version: '0.93', info: ['Payload-Oxum: 9.9'] });
    await rename(join(dir, 'bag-info.txt'), join(dir, 'package-info.txt'));
    expect(await faultsOf(dir)).toEqual(['oxum-wrong package-info.txt']);
  });

  test('may leave a file out of one list and name it in another, until 0.97', async () => {
    const dir = await makeBag({ version: '0.97', algorithms: ['sha256', 'sha512'] });
    await edit(dir, 'manifest-sha256.txt', (text) => text.replace(/.*a\.txt\n/, ''));
    expect(await faultsOf(dir)).toEqual([]);
    await edit(dir, 'bagit.txt', (text) => text.replace('0.97', '1.0'));
    expect(await faultsOf(dir)).toEqual(['file-unlisted data/a.txt']);
  });

  test('may have fetched what fetch.txt names', async () => {
    const dir = await makeBag();
    await put(dir, 'fetch.txt', 'https://example.org/a%20b.txt 1 data/a.txt\nhttps://example.org/c - data/b/c.txt\n');
    expect(await faultsOf(dir)).toEqual([]);
  });
});

const encoded = (path: string): string => path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0d');

test('a folder that is not there is no bag', async () => {
  await expect(check('/nowhere/at/all')).rejects.toMatchObject({ code: 'source-missing' });
});

test('it stops when it is told to', async () => {
  const watch = { signal: AbortSignal.abort(new Error('stop')), onProgress: () => undefined };
  await expect(validateBag(await makeBag(), watch)).rejects.toThrow('stop');
});

test('it tells how far it is, in bytes and files', async () => {
  const told: unknown[] = [];
  const signal = new AbortController().signal;
  await validateBag(await makeBag(), { signal, onProgress: (one) => told.push(one) });
  expect(told.at(-1)).toEqual({ files: 2, ofFiles: 2, bytes: 3, ofBytes: 3 });
});

test('every fault of the list is an error or a remark', () => {
  expect(new Set(Object.values(bagFaults))).toEqual(new Set(['error', 'remark']));
});
