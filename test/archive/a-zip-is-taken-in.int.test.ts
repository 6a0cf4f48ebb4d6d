import { Buffer } from 'node:buffer';
import { readFile, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMasterReader } from '#media/intake/master-store.ts';
import { exhaustiveDatabases } from '../support/studio.ts';
import { fatesOf, hashOf, type Ingesting, startIngesting, told } from './support/ingesting.ts';
import { type ZipEntry, zipFile } from './support/zip-files.ts';

const utf8 = 0x800;
const encrypted = 1;

/** A picture of its own for each number. */
const picture = (number: number): Promise<Buffer> =>
  sharp({ create: { width: 300 + number, height: 200, channels: 3, background: { r: number % 256, g: 90, b: 120 } } })
    .jpeg()
    .toBuffer();

const latin = (text: string) => Buffer.from(text, 'latin1');

/** Info-ZIP's name in UTF-8 beside one that is not. */
const besides = (raw: Uint8Array, name: string): Buffer => {
  const data = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from(name)]);
  data.writeUInt32LE(crc32(raw), 1);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
};

describe.each(exhaustiveDatabases)('npx benthanh archive ingest of a ZIP, on %s', (database) => {
  let at: Ingesting;
  beforeAll(async () => {
    at = await startIngesting({ database });
  });
  afterAll(() => at?.[Symbol.asyncDispose]());

  const take = async (entries: readonly ZipEntry[], ...args: string[]) => {
    const path = await at.file('delivery.zip', zipFile(entries));
    return told(await at.ingest(path, '--json', ...args));
  };

  test('takes in its pictures byte for byte, in folders, packed or not, and passes over what computers leave', async () => {
    const [one, two] = [await picture(1), await picture(2)];
    const answer = await take([
      { name: 'Tết/', method: 0, flags: utf8, mode: 0o040755 },
      { name: 'Tết/Chợ hoa.jpg', bytes: one, flags: utf8 },
      { name: 'stored.jpg', bytes: two, method: 0 },
      { name: 'again.jpg', bytes: one },
      { name: '__MACOSX/Tết/._Chợ hoa.jpg', bytes: latin('x'), flags: utf8 },
      { name: 'Tết/.DS_Store', bytes: latin('x') },
      { name: 'Thumbs.db', bytes: latin('x') },
    ]);
    expect(fatesOf(answer)).toEqual({
      'Tết/Chợ hoa.jpg': 'attention',
      'stored.jpg': 'attention',
      'again.jpg': 'image-exists',
    });
    expect(answer.skipped).toEqual(['__MACOSX/Tết/._Chợ hoa.jpg', 'Tết/.DS_Store', 'Thumbs.db']);
    for (const bytes of [one, two]) {
      expect(Buffer.compare(await openMasterReader(at.studio.values.mastersDir).read(hashOf(bytes)), bytes)).toBe(0);
    }
    expect(await at.imagesOf(hashOf(one))).toMatchObject([{ title: { vi: 'Chợ hoa' } }]);
  });

  test('refuses what must not be opened, each by its name, and takes in the rest', async () => {
    const good = await picture(11);
    const bad = await picture(12);
    const before = await at.count();
    const path = await at.file(
      'bad.zip',
      zipFile([
        { name: '../out.jpg', bytes: bad },
        { name: 'a/../../out.jpg', bytes: bad },
        { name: '/etc/out.jpg', bytes: bad },
        { name: 'C:\\out.jpg', bytes: bad },
        { name: '..\\out2.jpg', bytes: bad },
        { name: 'link.jpg', bytes: latin('/etc/hostname'), mode: 0o120777 },
        { name: 'pipe.jpg', bytes: bad, mode: 0o010644 },
        { name: 'secret.jpg', bytes: bad, flags: encrypted },
        { name: 'lzma.jpg', bytes: bad, method: 14 },
        { name: 'bomb.jpg', bytes: Buffer.alloc(50 * 1024 * 1024) },
        { name: 'liar.jpg', bytes: Buffer.alloc(9 * 1024 * 1024), claims: { size: 1000 } },
        { name: 'short.jpg', bytes: bad, claims: { size: bad.length + 5 } },
        { name: 'crc.jpg', bytes: bad, claims: { crc: 1 } },
        { name: 'stored.jpg', bytes: bad, method: 0, claims: { size: 5 } },
        { name: 'rubbish.jpg', bytes: bad, method: 0, claims: { packed: 1 } },
        { name: 'nested.zip', bytes: zipFile([{ name: 'a.jpg', bytes: bad }]) },
        { name: 'page.jpg', bytes: latin('<!doctype html><script>1</script>') },
        { name: 'good.jpg', bytes: good },
      ]),
    );
    const ended = await at.ingest(path, '--json');
    expect(fatesOf(told(ended))).toEqual({
      '../out.jpg': 'zip-path-unsafe',
      'a/../../out.jpg': 'zip-path-unsafe',
      '/etc/out.jpg': 'zip-path-unsafe',
      'C:/out.jpg': 'zip-path-unsafe',
      '../out2.jpg': 'zip-path-unsafe',
      'link.jpg': 'file-is-link',
      'pipe.jpg': 'file-is-link',
      'secret.jpg': 'zip-entry-encrypted',
      'lzma.jpg': 'zip-entry-method',
      'bomb.jpg': 'zip-entry-inflates',
      'liar.jpg': 'zip-entry-damaged',
      'short.jpg': 'zip-entry-damaged',
      'crc.jpg': 'zip-entry-damaged',
      'stored.jpg': 'zip-entry-damaged',
      'rubbish.jpg': 'zip-entry-damaged',
      'nested.zip': 'image-unsupported',
      'page.jpg': 'image-unsupported',
      'good.jpg': 'attention',
    });
    expect(ended.status).toBe(1);
    expect([await at.count(), await at.arriving()]).toEqual([before + 1, []]);
  });

  test('says why in the language of whoever asks', async () => {
    const path = await at.file('words.zip', zipFile([{ name: 'a.jpg', bytes: await picture(21), flags: encrypted }]));
    const said = async (language: string) => (await at.ingestIn(language, path)).stdout;
    expect(await said('vi_VN.UTF-8')).toContain('a.jpg: Được mã hóa trong ZIP');
    expect(await said('fr_FR.UTF-8')).toContain('a.jpg: Chiffré dans le ZIP');
    expect(await said('zh_CN.UTF-8')).toContain('a.jpg: 在 ZIP 中已加密');
  });

  test('refuses entries that lie upon one another', async () => {
    const [one, two] = [await picture(31), await picture(32)];
    const answer = await take([
      { name: 'one.jpg', bytes: one, method: 0 },
      { name: 'same.jpg', bytes: one, method: 0, claims: { at: 0 } },
      { name: 'two.jpg', bytes: two, method: 0 },
    ]);
    expect(fatesOf(answer)).toEqual({
      'one.jpg': 'zip-entry-overlaps',
      'same.jpg': 'zip-entry-overlaps',
      'two.jpg': 'attention',
    });
  });

  test.each([
    [
      'that breaks off',
      zipFile([{ name: 'a.jpg', bytes: Buffer.alloc(5000, 7), method: 0 }]).subarray(0, 3000),
      'zip-damaged',
    ],
    ['of which the list is damaged', zipFile([{ name: 'a.jpg' }, { name: 'b.jpg' }], 3), 'zip-damaged'],
    ['that is none', Buffer.from('hello'), 'zip-damaged'],
    ['that is empty bytes', Buffer.alloc(0), 'zip-damaged'],
    ['of a million entries', zipFile([{ name: 'a.jpg' }], 1_000_000), 'zip-too-many-entries'],
    [
      'that would fill any disk',
      zipFile(
        Array.from({ length: 5000 }, (_, index) => ({
          name: `${index}.jpg`,
          bytes: latin('x'),
          claims: { size: 1_000_000 },
        })),
      ),
      'zip-inflates',
    ],
  ])('refuses a ZIP %s as a whole', async (_, bytes, code) => {
    const before = await at.count();
    const ended = await at.ingest(await at.file('whole.zip', bytes));
    expect([ended.status, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toMatch(new RegExp(`^${code}: `));
    expect(await at.count()).toBe(before);
  });

  test('reads names in UTF-8, code page 437 and older encodings of Vietnamese, the last beside what they seem to say', async () => {
    const pictures = await Promise.all([41, 42, 43, 44, 45, 46].map(picture));
    // "Chợ Bến Thành" in TCVN3 and in Windows-1258, as a program of the time shows it
    const tcvn3 = latin('Chî BÕn Thµnh buæi s¸ng.jpg');
    const windows1258 = latin('Ch\xf5\xf2 B\xea\xecn Th\xe0nh.jpg');
    const answer = await take([
      { name: 'Phà.jpg', bytes: pictures[0] ?? tcvn3, flags: utf8 },
      { name: 'Bưu điện.jpg', bytes: pictures[1] ?? tcvn3 },
      { name: latin('caf\x82.jpg'), bytes: pictures[2] ?? tcvn3 },
      { name: tcvn3, bytes: pictures[3] ?? tcvn3 },
      { name: windows1258, bytes: pictures[4] ?? tcvn3 },
      { name: latin('Ch?.jpg'), bytes: pictures[5] ?? tcvn3, extra: besides(latin('Ch?.jpg'), 'Chùa.jpg') },
    ]);
    expect(
      Object.fromEntries(answer.files.map(({ file, reading }) => [file, reading && [reading.form, reading.text]])),
    ).toEqual({
      'Phà.jpg': null,
      'Bưu điện.jpg': null,
      'café.jpg': null,
      'Chùa.jpg': null,
      'Chî BÕn Thµnh buæi s¸ng.jpg': ['tcvn3', 'Chợ Bến Thành buổi sáng.jpg'],
      'Chõò Bêìn Thành.jpg': ['windows-1258', 'Chợ Bến Thành.jpg'],
    });
    const csv = await readFile(at.report, 'utf8');
    expect(csv).toMatch(/^Chõò Bêìn Thành\.jpg,.*,Chợ Bến Thành\.jpg$/m);
    // Nothing goes by the reading: it is for a person to confirm
    expect(await at.imagesOf(hashOf(pictures[3] ?? tcvn3))).toMatchObject([
      { title: { vi: 'Chî BÕn Thµnh buæi s¸ng' } },
    ]);
  });

  test.each([
    'inside, under its usual name',
    'inside, as JSON, under its usual name',
    'inside, under the name that is given',
    'beside',
  ])('a manifest may lie %s', async (where) => {
    const number = 50 + where.length;
    const isJson = where.includes('JSON');
    const list = JSON.stringify([{ file: 'ảnh/a.jpg', 'title.vi': 'Phà sớm', credit: 'Lan' }]);
    const text = Buffer.from(isJson ? list : 'file,title.vi,credit\nảnh/a.jpg,Phà sớm,Lan\n');
    const bytes = await picture(number);
    const within = where.includes('usual') ? `manifest.${isJson ? 'json' : 'csv'}` : 'list.csv';
    const entries = [
      { name: 'ảnh/a.jpg', bytes, flags: utf8 },
      ...(where === 'beside' ? [] : [{ name: within, bytes: text }]),
    ];
    const named = where === 'beside' ? await at.file('beside.csv', text) : 'list.csv';
    const answer = await take(entries, ...(where.includes('usual') ? [] : ['--manifest', named]));
    expect(fatesOf(answer)).toEqual({ 'ảnh/a.jpg': 'attention' });
    expect(await at.imagesOf(hashOf(bytes))).toMatchObject([{ title: { vi: 'Phà sớm' }, credit: 'Lan' }]);
  });

  test('a manifest that is nowhere is missed before anything is taken in', async () => {
    const path = await at.file('none.zip', zipFile([{ name: 'a.jpg', bytes: await picture(91) }]));
    expect((await at.ingest(path, '--manifest', 'nowhere.csv')).stderr).toMatch(/^source-missing: /);
  });

  test('killed in the middle it has done nothing by half, and the next run does the rest', async () => {
    const pictures = await Promise.all(Array.from({ length: 30 }, (_, number) => picture(100 + number)));
    const path = await at.file(
      'many.zip',
      zipFile(pictures.map((bytes, number) => ({ name: `${number}.jpg`, bytes }))),
    );
    const before = await at.count();
    const running = at.begin([path, '--json']);
    await expect.poll(at.count, { timeout: 100_000, interval: 20 }).toBeGreaterThan(before + 3);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await at.count()).toBeLessThan(before + pictures.length);
    const answer = told(await at.ingest(path, '--json'));
    expect(answer.known).toBeGreaterThan(0);
    expect(answer.known + answer.attention).toBe(pictures.length);
    expect(await at.count()).toBe(before + pictures.length);
    const reader = openMasterReader(at.studio.values.mastersDir);
    for (const bytes of pictures) {
      expect(await at.imagesOf(hashOf(bytes))).toHaveLength(1);
      expect(Buffer.compare(await reader.read(hashOf(bytes)), bytes)).toBe(0);
    }
    await rm(path);
  });
});
