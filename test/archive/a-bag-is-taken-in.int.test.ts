import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { masterPath } from '#media/intake/master-store.ts';
import { rightsXmp } from '#media/metadata/rights-xmp.ts';
import { pictureBytes } from '../support/pictures.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { addPicture, begin, hashOf, json, openToCommands, pictureIn, run, unbagging } from './support/bagging.ts';
import { edit, makeBag, newFolder, put } from './support/bags.ts';
import { openPermitting } from './support/permitting.ts';
import { pythonBagit } from './support/python-bagit.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';

interface Told {
  readonly valid: boolean;
  readonly ours: boolean;
  readonly faults: { severity: string; code: string; file: string }[];
  readonly taken: null | {
    readonly stored: number;
    readonly known: number;
    readonly attention: number;
    readonly refused: number;
    readonly files: { file: string; outcome: string; code: string | null; id: string | null }[];
  };
}

const described = async (): Promise<Uint8Array> =>
  sharp(await pictureBytes())
    .withXmp(
      rightsXmp({
        credit: 'Thư viện',
        creator: 'Minh',
        rights,
        title: { vi: 'Ga xe lửa', fr: 'La gare' },
        alt: { vi: 'Một nhà ga' },
      }),
    )
    .jpeg()
    .toBuffer();

describe.each(exhaustiveDatabases)('npx benthanh archive unbag, on %s', (database) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database });
    await openToCommands(studio);
  });
  afterAll(() => studio?.close());

  const { unbag, told: toldAs, images } = unbagging(() => studio);
  const told = (dir: string, ...args: readonly string[]) => toldAs<Told>(dir, ...args);
  const imageOf = async (bytes: Uint8Array) => (await images({ 'master.sha256': { equals: hashOf(bytes) } }))[0];

  test('names every fault in words, and takes nothing in', async () => {
    const dir = await makeBag({ payload: { 'a.jpg': await pictureBytes() } });
    await put(dir, 'data/more\u001b[2J.txt', 'x');
    await edit(dir, 'bag-info.txt', (text) => `${text}Payload-Oxum: 1.1\n`);
    const before = (await images()).length;
    const { status, stdout, stderr } = await unbag(dir);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^BagIt 1\.0, UTF-8, sha256: 2 files, 0\.0 MB\n/);
    expect(stdout).toContain('✗ file-unlisted: data/more\\u{1b}[2J.txt is not listed in manifest-sha256.txt\n');
    expect(stdout).toMatch(/✗ oxum-wrong: bag-info\.txt: Payload-Oxum says 1\.1, .*; there are \d+\.2\n/);
    expect(stdout).toMatch(/The bag is not valid; faults: 2\. Nothing was taken in\.\n$/);
    expect((await images()).length).toBe(before);
  });

  test('a bag can be checked without an installation', async () => {
    const dir = await makeBag({ version: '0.97', algorithms: ['md5'] });
    const ended = await begin(studio, ['unbag', dir, '--check-only'], {
      DATABASE_URL: 'file:/nowhere/at/all.db',
      LANG: 'vi_VN.UTF-8',
    }).ended;
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toMatch(/\n· algorithm-weak: .*\nTúi hợp lệ\.\n$/);
  });

  test('R63: a bag of another author comes in as pictures that somebody has to look at, with what each says of itself', async () => {
    const [speaking, silent] = [await described(), await pictureBytes()];
    const info = ['Source-Organization: Thư viện Quốc gia', 'External-Description: Ảnh nhà ga'];
    const payload = { 'Ảnh/ga.jpg': speaking, 'im.jpg': silent, 'notes.txt': 'words', 'Thumbs.db': 'litter' };
    const dir = await makeBag({ version: '0.97', algorithms: ['sha1'], payload, info, tagged: true });
    const answer = await told(dir);
    expect(answer).toMatchObject({ status: 1, valid: true, ours: false });
    expect(answer.taken).toMatchObject({ stored: 0, known: 0, attention: 2, refused: 1 });
    expect(answer.taken?.files.find(({ file }) => file === 'notes.txt')).toMatchObject({ code: 'image-unsupported' });
    const image = await imageOf(speaking);
    expect(image).toMatchObject({
      title: { vi: 'Ga xe lửa', fr: 'La gare' },
      ...{ credit: 'Thư viện', creator: 'Minh', rights },
      marking: { level: 'unreviewed' },
      releasedBy: null,
    });
    const { sha256 = '' } = (image?.origin ?? {}) as { sha256?: string };
    expect(await json(masterPath(studio.values.mastersDir, sha256))).toMatchObject({
      bag: [
        ['Source-Organization', 'Thư viện Quốc gia'],
        ['External-Description', 'Ảnh nhà ga'],
      ],
      file: 'Ảnh/ga.jpg',
    });
    expect(await imageOf(silent)).toMatchObject({ title: { vi: 'im' }, marking: { level: 'unreviewed' } });
    expect((await told(dir)).taken).toMatchObject({ attention: 0, known: 2, refused: 1 });
  });

  test('a bag of ours comes back as it was, and nothing of it twice', async () => {
    await using source = await startStudio({ database });
    await openToCommands(source);
    const publisher = await source.person('publisher');
    const bytes = await pictureBytes();
    const shared = { rights, credit: 'Kho ảnh' };
    const id = await addPicture(source, { words: { vi: { title: 'Bến phà', alt: 'Phà' } }, shared, bytes });
    const twin = await addPicture(source, { words: { vi: { title: 'Bến phà' } }, shared, bytes });
    expect((await publisher.post('/api/images/release', { ids: [id] })).status).toBe(200);
    const out = join(source.folder, 'bag');
    await run(source, 'bag', 'all', '--up-to', 'internal', '--out', out);
    const answer = await told(out);
    expect(answer).toMatchObject({ status: 0, valid: true, ours: true });
    expect(answer.taken).toMatchObject({ stored: 1, attention: 1 });
    const [image] = await images({ id: { equals: id } });
    expect(image).toMatchObject({
      slug: { vi: 'ben-pha' },
      alt: { vi: 'Phà' },
      marking: { level: 'public' },
      releasedBy: null,
    });
    expect((await images({ id: { equals: twin } }))[0]).toMatchObject({
      slug: { vi: 'ben-pha-2' },
      marking: { level: 'internal' },
    });
    expect((await told(out)).taken).toMatchObject({ stored: 0, attention: 0, known: 2, refused: 0 });

    // Released elsewhere is not released here: somebody of this place does that, and the desk says so
    const here = await studio.person('publisher');
    const waiting = (await here.get('/api/desk')).body.sections.find(({ key }: { key: string }) => key === 'images');
    expect(waiting.items.map((one: { id: string }) => one.id)).toContain(id);
    expect((await here.post('/api/images/release', { ids: [id] })).status).toBe(200);
    expect((await images({ id: { equals: id } }))[0]).toMatchObject({ releasedBy: { id: here.id } });
  });

  test('what is here already is left as it is: the same bytes, the same web address, the same agency', async () => {
    await using source = await startStudio({ database });
    await openToCommands(source);
    const agencyIn = async ({ payload }: Studio, name: string) =>
      String(
        (
          await payload.create({
            collection: 'agencies',
            locale: 'vi',
            data: { name, slug: 'kho-chung' } as never,
            depth: 0,
          })
        ).id,
      );
    const agency = await agencyIn(source, 'Kho chung');
    const [bytes, other] = [await pictureBytes(), await pictureBytes()];
    await addPicture(source, { words: { vi: { title: 'Cầu' } }, bytes });
    const moved = await addPicture(source, { words: { vi: { title: 'Trùng tên' } }, shared: { agency }, bytes: other });
    const out = join(source.folder, 'bag');
    await run(source, 'bag', 'all', '--up-to', 'internal', '--out', out);
    const mine = await addPicture(studio, { words: { vi: { title: 'Cầu của tôi' } }, bytes });
    await addPicture(studio, { words: { vi: { title: 'Trùng tên' } } });
    const here = await agencyIn(studio, 'Kho ở đây');
    const answer = await told(out);
    expect(answer.taken).toMatchObject({ known: 1, attention: 1, refused: 0 });
    expect(answer.taken?.files.find(({ outcome }) => outcome === 'known')?.id).toBe(mine);
    expect((await images({ id: { equals: moved } }))[0]).toMatchObject({
      slug: { vi: 'trung-ten-2' },
      agency: { id: here, name: { vi: 'Kho ở đây' } },
    });
    expect((await images({ id: { equals: mine } }))[0]).toMatchObject({ title: { vi: 'Cầu của tôi' } });
  });

  test('killed in the middle it has done nothing by half, and the next run does the rest', async () => {
    await using source = await startStudio({ database });
    await openToCommands(source);
    const ids: string[] = [];
    for (let number = 0; number < 25; number += 1) {
      const words = {
        vi: { title: `Ảnh ${number}`, alt: 'a' },
        en: { title: `Picture ${number}` },
        fr: { title: `Image ${number}` },
      };
      ids.push(await addPicture(source, { words, shared: { rights, credit: 'Kho' } }));
    }
    const out = join(source.folder, 'bag');
    await run(source, 'bag', 'all', '--up-to', 'internal', '--out', out);
    const here = async () => (await images({ id: { in: ids } })).length;
    const running = begin(studio, ['unbag', out, '--report', join(studio.folder, 'fates.csv')]);
    await expect.poll(here, { timeout: 100_000, interval: 20 }).toBeGreaterThan(3);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await here()).toBeLessThan(ids.length);
    const answer = await told(out);
    expect(answer.status).toBe(0);
    expect(answer.taken?.known).toBeGreaterThan(0);
    expect((answer.taken?.known ?? 0) + (answer.taken?.stored ?? 0)).toBe(ids.length);
    for (const image of await images({ id: { in: ids } })) {
      const record = await json<{ title: Record<string, string>; revision: number }>(
        join(pictureIn(out, String(image.id)), 'record.json'),
      );
      expect(image).toMatchObject({ title: record.title, revision: record.revision, origin: { pending: false } });
    }
  });

  test('goes on with whatever a killed run left half done where there are no transactions', async () => {
    await using source = await startStudio({ database });
    await openToCommands(source);
    const languages = ['en', 'fr'] as const;
    const { payload } = source;
    const name = 'Kho dang dở';
    const agency = String((await payload.create({ collection: 'agencies', locale: 'vi', data: { name } as never })).id);
    for (const locale of languages)
      await payload.update({
        collection: 'agencies',
        id: agency,
        locale,
        data: { name: `${name} ${locale}` } as never,
      });
    const words = { vi: { title: 'Dang dở', alt: 'a' }, en: { title: 'Half' }, fr: { title: 'À moitié' } };
    const shared = { rights, credit: 'Kho', agency };
    const [half, marked] = [
      await addPicture(source, { words, shared }),
      await addPicture(source, { words, shared, marking: { level: 'restricted', compartments: [] } }),
    ];
    const out = join(source.folder, 'bag');
    const permitting = await openPermitting(source);
    await permitting.permit([marked]);
    await run(source, 'bag', `agency:kho-dang-do`, '--up-to', 'restricted', '--out', out, ...permitting.as);

    const { master } = await json<{ master: { sha256: string } }>(join(pictureIn(out, half), 'record.json'));
    const restored = { id: agency };
    await studio.payload.create({
      collection: 'agencies',
      locale: 'vi',
      data: { name } as never,
      context: { restored },
    });
    const taken = { master, thumbhash: 'AAAA', origin: { sha256: 'f'.repeat(64), bytes: 1, pending: true } };
    const begun = { taken, restored: { id: half, marking: { level: 'internal', compartments: [] }, createdBy: null } };
    const first = { ...words.vi, ...shared, slug: 'dang-do' };
    await studio.payload.create({ collection: 'images', locale: 'vi', data: first as never, context: begun });
    const data = { level: 'internal', compartments: [], subjectType: 'images', subjectId: marked, history: [] };
    await studio.payload.create({ collection: 'markings', data: data as never });

    const answer = await told(out);
    expect([answer.status, answer.taken?.stored]).toEqual([0, 2]);
    const [whole] = await images({ id: { equals: half } });
    expect(whole).toMatchObject({
      title: { vi: 'Dang dở', en: 'Half', fr: 'À moitié' },
      agency: { id: agency, name: { vi: name, en: `${name} en`, fr: `${name} fr` } },
      origin: { pending: false },
    });
    expect(hashOf(await readFile(masterPath(studio.values.mastersDir, master.sha256)))).toBe(master.sha256);
    const where = { subjectId: { equals: marked } };
    expect((await studio.payload.find({ collection: 'markings', where })).docs).toMatchObject([
      { level: 'restricted' },
    ]);
  });

  test.skipIf(!pythonBagit)('agrees with the Library of Congress’s own tool on its bags', async () => {
    for (const checksums of [['md5'], ['sha1', 'sha256'], ['sha512']]) {
      const dir = join(await newFolder(), 'theirs');
      for (const name of ['a.jpg', 'Chợ/bến.txt', 'x/100%.txt', 'x/new\nline.txt']) await put(dir, name, name);
      pythonBagit?.make(dir, checksums, { 'Source-Organization': 'Thư viện' });
      expect((await told(dir, '--check-only')).faults.filter(({ severity }) => severity === 'error')).toEqual([]);
      await rm(join(dir, 'data/a.jpg'));
      expect(pythonBagit?.validate(dir).status).toBe(1);
      expect(
        (await told(dir, '--check-only')).faults.filter(({ severity }) => severity === 'error').map(({ code }) => code),
      ).toEqual(['file-missing', 'oxum-wrong']);
    }
  });

  test.each<[string, string[], number, string]>([
    ['no folder', [], 2, 'usage'],
    ['a folder that is not there', ['/nowhere/at/all'], 1, 'source-missing'],
    ['a level that nobody may give here', ['.', '--marking', 'public'], 2, 'usage'],
    ['an option that is none', ['.', '--force'], 2, 'usage'],
  ])('refuses %s', async (_, args, status, code) => {
    const ended = await run(studio, 'unbag', ...args);
    expect([ended.status, ended.stdout]).toEqual([status, '']);
    expect(ended.stderr).toMatch(new RegExp(`^${code}: `));
  });
});
