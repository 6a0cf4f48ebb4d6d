import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMasterReader } from '#media/intake/master-store.ts';
import { rightsXmp } from '#media/metadata/rights-xmp.ts';
import { type Ended, type Running, watch } from '../support/installation.ts';
import { type Line, runReady } from '../support/ready-command-line.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';

const licence = 'http://creativecommons.org/licenses/by/4.0/';
const words = { credit: 'Kho ảnh thành phố', creator: 'Lan', rights: licence };

/** A picture of its own for each number. */
const picture = (number: number) =>
  sharp({
    create: { width: 300 + number, height: 200, channels: 3, background: { r: number % 256, g: 90, b: 120 } },
  }).jpeg();
const plain = (number: number): Promise<Buffer> => picture(number).toBuffer();
const described = (number: number): Promise<Buffer> => picture(number).withXmp(rightsXmp(words)).toBuffer();
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Told {
  readonly stored: number;
  readonly known: number;
  readonly attention: number;
  readonly refused: number;
  readonly left: number;
  readonly files: readonly { file: string; outcome: string; code: string | null; lacks: string[]; id: string | null }[];
}

describe.each(exhaustiveDatabases)('npx benthanh archive ingest, on %s', (database) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database });
    await mkdir(join(studio.folder, 'keys'));
    await writeFile(join(studio.folder, 'keys/studio.secret'), studio.values.secret, { mode: 0o600 });
  });
  afterAll(() => studio?.close());

  const report = () => join(studio.folder, 'fates.csv');
  const lineOf = (args: readonly string[]): Line => {
    const { PATH, HOME } = process.env;
    const { databaseUrl, mastersDir } = studio.values;
    const places = { DATA_DIR: studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    const argv = ['archive', 'ingest', ...args, '--report', report()];
    return { argv, env: { PATH, HOME, LANG: 'en_GB.UTF-8', ...places } };
  };
  const begin = (args: readonly string[]): Running => {
    const { argv, env } = lineOf(args);
    return watch('src/cli/benthanh.mjs', argv, env);
  };
  const ingest = (...args: readonly string[]): Promise<Ended> => runReady(lineOf(args));
  const told = ({ stdout }: Ended): Told => JSON.parse(stdout);
  const fates = ({ files }: Told) =>
    Object.fromEntries(files.map(({ file, outcome, code }) => [file, code ?? outcome]));
  /** A folder with these files; one whose bytes are a text is a link to there. */
  const folderOf = async (files: Readonly<Record<string, Uint8Array | string>>): Promise<string> => {
    const folder = await mkdtemp(join(studio.folder, 'delivery-'));
    for (const [name, bytes] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      if (typeof bytes === 'string') await symlink(bytes, path);
      else await writeFile(path, bytes);
    }
    return folder;
  };
  const imagesOf = async (bytes: Uint8Array) =>
    (
      await studio.payload.find({
        collection: 'images',
        where: { 'master.sha256': { equals: hashOf(bytes) } },
        locale: 'all',
        depth: 1,
      })
    ).docs as unknown as { id: string; title: Record<string, string>; [name: string]: unknown }[];
  const count = async () => (await studio.payload.count({ collection: 'images' })).totalDocs;

  test('R63: takes in what is a picture, byte for byte, and says what became of every file', async () => {
    const [good, bare, again] = [await described(1), await plain(2), await described(1)];
    const folder = await folderOf({
      'a/Bến phà.jpg': good,
      'b/bare.jpg': bare,
      'b/copy.jpg': again,
      'broken.jpg': (await plain(3)).subarray(0, 400),
      'drawing.jpg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'link.jpg': '/etc/hostname',
      '.hidden.jpg': await plain(4),
      'Thumbs.db': Buffer.from('litter'),
    });
    const ended = await ingest(folder, '--json');
    const answer = told(ended);
    expect(fates(answer)).toEqual({
      'a/Bến phà.jpg': 'attention',
      'b/bare.jpg': 'attention',
      'b/copy.jpg': 'image-exists',
      'broken.jpg': 'image-damaged',
      'drawing.jpg': 'image-unsupported',
      'link.jpg': 'file-is-link',
    });
    expect(ended.status).toBe(1);
    expect(answer.files.find(({ file }) => file.startsWith('a/'))?.lacks).toEqual(['alt']);
    const [image] = await imagesOf(good);
    expect(image).toMatchObject({ title: { vi: 'Bến phà' }, credit: words.credit, creator: 'Lan', rights: licence });
    expect(image?.marking).toMatchObject({ level: 'internal' });
    // Nobody did it, but something did: the command line, on this machine
    const ofMachine = expect.stringContaining('command line');
    const { db } = studio.payload;
    const [about, pages] = [{ picture: { equals: String(image?.id) } }, { pagination: false }];
    const { docs: lines } = await db.find({ collection: 'picture-history', where: about, sort: 'at', ...pages });
    const came = { kind: 'intake', actor: null, who: ofMachine, facts: { door: 'command', file: 'a/Bến phà.jpg' } };
    expect(lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ ...came, facts: expect.objectContaining(came.facts) })]),
    );
    const named = { documentId: { equals: String(image?.id) } };
    const audit = await db.find({ collection: 'audit', where: named, ...pages });
    expect(audit.docs).toMatchObject([{ action: 'create', actor: null, who: ofMachine, outcome: 'done' }]);
    const kept = await openMasterReader(studio.values.mastersDir).read(hashOf(good));
    expect(Buffer.compare(kept, good)).toBe(0);
    expect(await imagesOf(again)).toHaveLength(1);
    const csv = await readFile(report(), 'utf8');
    expect(csv.startsWith('\uFEFFfile,outcome,code,lacks,id,sha256,bytes,reading\r\n')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(1 + 6 + 1);
    expect(csv).toContain(`b/copy.jpg,known,image-exists,,${image?.id},${hashOf(again)},`);
  });

  test('does nothing twice', async () => {
    const manifest = Buffer.from('[{ "file": "one.jpg", "title.vi": "Một", "keywords": ["phà", "sông"] }]');
    const folder = await folderOf({
      'one.jpg': await plain(11),
      'two.jpg': await plain(12),
      'manifest.json': manifest,
    });
    expect(told(await ingest(folder, '--json'))).toMatchObject({ attention: 2, known: 0 });
    const before = await count();
    const second = await ingest(folder, '--json');
    expect(told(second)).toMatchObject({ attention: 0, known: 2, refused: 0 });
    expect([second.status, await count()]).toEqual([0, before]);
    // Found in the folder by its name, and none of the pictures
    expect(await imagesOf(await plain(11))).toMatchObject([{ title: { vi: 'Một' }, keywords: ['phà', 'sông'] }]);
  });

  test('keeps nothing in a trial', async () => {
    const bytes = await plain(21);
    const before = await count();
    const answer = told(await ingest(await folderOf({ 'a.jpg': bytes }), '--dry-run', '--json'));
    expect(answer).toMatchObject({ stored: 1, dryRun: true });
    expect([await count(), await openMasterReader(studio.values.mastersDir).has(hashOf(bytes))]).toEqual([
      before,
      false,
    ]);
  });

  test('describes pictures as a manifest says, in every language', async () => {
    const data = { name: 'Phòng Ảnh tư liệu' };
    const agency = await studio.payload.create({ collection: 'agencies', locale: 'vi', data, depth: 0 });
    const others = { collection: 'agencies', locale: 'vi', data: { name: 'Bảo tàng' }, depth: 0 } as const;
    const museum = await studio.payload.create(others);
    const bytes = await described(31);
    const folder = await folderOf({ 'ảnh/pha.jpg': bytes, 'other.jpg': await plain(32) });
    const record = await studio.payload.create({
      collection: 'rights',
      data: { name: 'Hãng ảnh' } as never,
      locale: 'vi',
    });
    const manifest = join(studio.folder, 'manifest.csv');
    await writeFile(
      manifest,
      `\uFEFFfile;title.vi;alt.vi;title.fr;alt.fr;credit;agency;takenOn;rightsRecord\r\n${'ảnh/pha.jpg'.normalize('NFD')};"Phà; lúc sớm";=1+1;Le bac;Un bac;@Lan;${agency.slug};1998-05;hang-anh\r\n`,
    );
    const given = ['--rights', 'rs-inc', '--marking', 'unreviewed', '--agency', String(museum.slug)];
    const ended = await ingest(folder, '--manifest', manifest, ...given, '--json');
    expect(fates(told(ended)), ended.stderr).toEqual({ 'ảnh/pha.jpg': 'stored', 'other.jpg': 'attention' });
    const [image] = await imagesOf(bytes);
    expect(image).toMatchObject({
      title: { vi: 'Phà; lúc sớm', fr: 'Le bac' },
      alt: { vi: '=1+1', fr: 'Un bac' },
      credit: '@Lan',
      takenOn: '1998-05',
      agency: { id: String(agency.id) },
      rightsRecord: { id: String(record.id) },
      marking: { level: 'unreviewed' },
    });
    const [other] = await imagesOf(await plain(32));
    const statement = 'http://rightsstatements.org/vocab/InC/1.0/';
    expect(other).toMatchObject({ rights: statement, agency: { id: String(museum.id) } });
  });

  test.each([
    ['file,colour\na.jpg,red', 'manifest-column'],
    ['title.vi\nPhà', 'manifest-column'],
    ['file,credit\na.jpg,"Lan', 'manifest-malformed'],
    [Buffer.from([0x66, 0x69, 0x6c, 0x65, 0x0a, 0xe1, 0xba]), 'manifest-malformed'],
    ['file\na.jpg\na.jpg', 'manifest-repeated'],
    ['file\nnowhere.jpg', 'manifest-stranger'],
  ])('refuses the manifest %j before anything is taken in', async (text, code) => {
    const before = await count();
    const manifest = join(studio.folder, 'bad.csv');
    await writeFile(manifest, text);
    const ended = await ingest(await folderOf({ 'a.jpg': await plain(41) }), '--manifest', manifest);
    expect([ended.status, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toMatch(new RegExp(`^${code}: `));
    expect(await count()).toBe(before);
  });

  test.each([
    ['a folder that is not there', ['/nowhere/at/all'], 1, 'source-missing'],
    ['rights that are neither a statement nor a record', ['docs/pictures', '--rights', 'mine'], 1, 'slug-unknown'],
    ['a level that nobody may give here', ['docs/pictures', '--marking', 'public'], 2, 'usage'],
    ['an agency that nobody knows', ['docs/pictures', '--agency', 'nobody'], 1, 'slug-unknown'],
  ])('refuses %s', async (_, args, status, code) => {
    const ended = await ingest(...args);
    expect([ended.status, ended.stdout]).toEqual([status, '']);
    expect(ended.stderr).toMatch(new RegExp(`^${code}: `));
  });

  test('killed in the middle it has done nothing by half, and the next run does the rest', async () => {
    const pictures = await Promise.all(Array.from({ length: 30 }, (_, number) => plain(100 + number)));
    const folder = await folderOf(Object.fromEntries(pictures.map((bytes, number) => [`${number}.jpg`, bytes])));
    const before = await count();
    const running = begin([folder, '--json']);
    await expect.poll(count, { timeout: 100_000, interval: 20 }).toBeGreaterThan(before + 3);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await count()).toBeLessThan(before + pictures.length);
    const answer = told(await ingest(folder, '--json'));
    expect(answer.known).toBeGreaterThan(0);
    expect(answer.known + answer.attention).toBe(pictures.length);
    expect(await count()).toBe(before + pictures.length);
    const reader = openMasterReader(studio.values.mastersDir);
    for (const bytes of pictures) {
      expect(await imagesOf(bytes)).toHaveLength(1);
      expect(Buffer.compare(await reader.read(hashOf(bytes)), bytes)).toBe(0);
    }
  });

  test('is one at a time, and stops when told to', async () => {
    const pictures = await Promise.all(Array.from({ length: 400 }, (_, number) => plain(1000 + number)));
    const folder = await folderOf(Object.fromEntries(pictures.map((bytes, number) => [`${number}.jpg`, bytes])));
    const before = await count();
    const running = begin([folder]);
    await expect.poll(count, { timeout: 100_000, interval: 20 }).toBeGreaterThan(before);
    const second = await ingest(folder);
    expect(second.stderr).toMatch(/^ingest-running: /);
    running.child.kill('SIGINT');
    const ended = await running.ended;
    expect([ended.status, ended.stdout]).toEqual([1, expect.stringContaining('Stopped; files not looked at yet:')]);
    await rm(folder, { recursive: true });
  });

  test('ends when its store vanishes, tells what was done till then, and the next run goes on', async () => {
    const pictures = await Promise.all(Array.from({ length: 60 }, (_, number) => plain(2000 + number)));
    const folder = await folderOf(Object.fromEntries(pictures.map((bytes, number) => [`${number}.jpg`, bytes])));
    const before = await count();
    await rm(report(), { force: true });
    const running = begin([folder]);
    await expect.poll(count, { timeout: 100_000, interval: 20 }).toBeGreaterThan(before);
    // Something may arrive there while it is being emptied
    await rm(join(studio.values.mastersDir, 'incoming'), { recursive: true, maxRetries: 20, retryDelay: 10 });
    const ended = await running.ended;
    expect([ended.status, ended.stdout]).toEqual([1, expect.stringContaining('Waiting: ')]);
    expect(ended.stderr).toMatch(/^masters-unreachable: The place where/);
    const rows = (await readFile(report(), 'utf8')).split('\r\n').slice(1, -1);
    // Without transactions a record may be there whose bytes are not yet: the next run brings them
    const missing = (await count()) - before - rows.length;
    expect(missing).toBeLessThanOrEqual(database === 'sqlite' ? 0 : 2);
    const answer = told(await ingest(folder, '--json'));
    expect([answer.known + answer.attention, await count()]).toEqual([pictures.length, before + pictures.length]);
    const reader = openMasterReader(studio.values.mastersDir);
    for (const bytes of pictures) expect(await reader.has(hashOf(bytes))).toBe(true);
    await rm(folder, { recursive: true });
  });

  test('a curator who brings the same bytes is shown the way, unless they may not know of it', async () => {
    const curator = await studio.person('curator');
    const [open, hidden] = [await plain(301), await plain(302)];
    await ingest(await folderOf({ 'open.jpg': open }));
    await ingest(await folderOf({ 'hidden.jpg': hidden }), '--marking', 'restricted');
    const bring = (bytes: Uint8Array) => {
      const body = new FormData();
      body.set('file', new File([new Uint8Array(bytes)], 'mine.jpg', { type: 'image/jpeg' }));
      body.set('_payload', JSON.stringify({ title: 'Của tôi' }));
      return curator.send('/api/images/upload?locale=vi', { method: 'POST', body });
    };
    const refused = await bring(open);
    const [there] = await imagesOf(open);
    expect([refused.status, refused.body.code]).toEqual([409, 'image-exists']);
    expect(refused.body.values).toMatchObject({ id: there?.id, title: 'open' });
    expect(await imagesOf(open)).toHaveLength(1);
    const taken = await bring(hidden);
    expect([taken.status, taken.body.doc?.title], JSON.stringify(taken.body)).toEqual([201, 'Của tôi']);
  });
});
