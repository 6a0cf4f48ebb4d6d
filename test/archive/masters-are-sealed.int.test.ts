import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepSealed, sealAll } from '#editorial/at-rest/keep-sealed.ts';
import { sealsSettled } from '#editorial/at-rest/seal-as-marked.ts';
import { sealedAtRest } from '#editorial/at-rest/sealed-at-rest.ts';
import { defaultMaxPixels } from '#media/bounds.ts';
import { takeIn } from '#media/intake/intake.ts';
import { wholeOf } from '#media/intake/kept.ts';
import { masterPath, openMasterReader, openMasterStore } from '#media/intake/master-store.ts';
import { examine } from '#media/pixels/examine.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import { identityOfFile } from '#sealing/name-of-file.ts';
import { openPassing } from '#sealing/passing.ts';
import { headerOf, rewrapFile } from '#sealing/sealed-file.ts';
import { sealedFilesIn } from '#sealing/sealed-folder.ts';
import { jpegOf, pictureForm, texturedPicture } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { unzip } from '../support/unzip.ts';
import { begin, beginBatch, idOf, piece, settled } from '../uploads/support/tus.ts';
import { hashOf } from './support/ingesting.ts';
import { type Keys, keysWithout, newKeys, passphrase } from './support/keys.ts';
import { formsOf, liesOpenIn } from './support/lies-open.ts';
import { zipFile } from './support/zip-files.ts';

const decision = { legalBasis: 'law-2025', listItem: '1.2', officer: 'Lan', decidedOn: '2026-03-02' };

let keys: Keys;
beforeAll(async () => {
  keys = await newKeys();
});
afterAll(() => keys?.[Symbol.asyncDispose]());

/** A picture that carries a string that stands nowhere else. */
const marked = async (seed: number, canary: string): Promise<Uint8Array<ArrayBuffer>> =>
  jpegOf(texturedPicture(seed).withExif({ IFD0: { Software: canary, Artist: canary } }));

it('finds a string in whatever form it lies', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-forms-'));
  const canary = randomBytes(16).toString('hex');
  const around = (form: Buffer) => Buffer.concat([randomBytes(50), form, randomBytes(50)]);
  const padded = [0, 1, 2].map((n) => Buffer.from(Buffer.from(`${'x'.repeat(n)}${canary}yy`).toString('base64')));
  const forms = [...formsOf(canary).slice(0, 5), ...padded];
  for (const [index, form] of forms.entries()) await writeFile(join(folder, `${index}`), around(form));
  await writeFile(join(folder, 'innocent'), randomBytes(500));
  expect(await liesOpenIn(folder, canary)).toHaveLength(forms.length);
  await rm(folder, { recursive: true });
});

it('R56: lie open nowhere while they are looked at, and what a process left that was killed opens no more', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'benthanh-arriving-'));
  const canary = randomBytes(16).toString('hex');
  const store = await openMasterStore(dir, keys.atRest);
  const bytes = await marked(11, canary);
  const look = async (picture: string | Uint8Array) => {
    expect(await liesOpenIn(dir, canary)).toEqual([]);
    return examine(picture, defaultMaxPixels);
  };
  const taken = await takeIn(store, bytes, { filename: 'x.jpg', examine: look });
  expect(taken).toMatchObject({ sha256: hashOf(bytes), type: 'image/jpeg', existed: false });
  expect((await store.put(bytes)).existed).toBe(true);
  const large = Buffer.concat([Buffer.alloc(40_000_000, canary), bytes]);
  const left = await store.receive(large, large.length);
  expect(await readdir(join(dir, 'incoming'))).toHaveLength(1);
  expect(await liesOpenIn(dir, canary)).toEqual([]);
  expect(hashOf((await left.picture()) as Uint8Array)).toBe(hashOf(large));
  await expect(wholeOf({ body: openPassing().show(createReadStream(String(left.path))) })).rejects.toMatchObject({
    code: 'sealed-damaged',
  });
  await rm(dir, { recursive: true });
});

describe.each(databasesInTurn)('masters that are sealed, on %s', (database) => {
  const canary = randomBytes(16).toString('hex');
  let studio: Studio;
  let officer: Person;

  const bring = async (bytes: Uint8Array<ArrayBuffer>, filename = 'phà.jpg') => {
    const body = pictureForm(bytes, { title: 'Phà', credit: 'Lan' }, filename);
    const sent = await officer.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    return { ...sent.body.doc, path: masterPath(studio.values.mastersDir, sent.body.doc.master.sha256) };
  };
  const ask = async (path: string, json?: object) => {
    const headers = { authorization: `JWT ${officer.token}`, 'content-type': 'application/json' };
    const sent = json ? { method: 'POST', body: JSON.stringify(json) } : {};
    const answer = await fetch(`${studio.url}${path}`, { headers, ...sent });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const raise = async (marking: string, to: object) => {
    const answer = await officer.post(`/api/markings/${marking}/raise`, { basis: 'x', ...to });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    await sealsSettled(studio.payload);
  };

  beforeAll(async () => {
    studio = await startStudio({ database, values: { profile: 'isolated', atRest: keys.atRest } });
    keepSealed(studio.payload, studio.values);
    officer = await studio.person(['security-officer', 'curator', 'editor'], { clearance: 'tuyet_mat' });
  }, 120_000);
  afterAll(() => studio?.close());

  it('R56: are taken in, looked at, cut and given out whole, and lie open nowhere', async () => {
    const bytes = await marked(1, canary);
    const { id, path, master } = await bring(bytes, `${canary}.jpg`);
    expect((await headerOf(path)).level).toBe('restricted');
    expect(await ask(`/api/images/${id}/file`)).toEqual({ status: 200, bytes: Buffer.from(bytes) });
    for (const way of ['file?width=160', 'file?width=160', 'zoom/9/0/0', 'zoom/9/0/0', 'technical', 'embedded'])
      expect((await ask(`/api/images/${id}/${way}`)).status, way).toBe(200);
    const kept = await readdir(String(studio.values.archiveDir), { recursive: true });
    expect(kept.filter((name) => name.includes(master.sha256))).toHaveLength(2);
    expect(kept.filter((name) => name.endsWith('.db'))).toEqual([]);
    for (const name of kept.filter((one) => one.includes(master.sha256)))
      expect((await headerOf(join(String(studio.values.archiveDir), name))).level).toBe('restricted');
    for (const dir of [studio.values.mastersDir, String(studio.values.archiveDir)])
      expect(await liesOpenIn(dir, canary)).toEqual([]);
  });

  it('go out under a number as they were brought in', async () => {
    const bytes = await marked(10, canary);
    const { marking } = await bring(bytes);
    await raise(marking, { level: 'mat', decision });
    const second = await studio.person('security-officer', { clearance: 'tuyet_mat' });
    const wanted = { locale: 'vi', copies: 1, purpose: 'Họp', recipient: 'Lan' };
    const { permission } = (await officer.post(`/api/markings/${marking}/ask-copy`, wanted)).body;
    expect((await second.post(`/api/markings/${marking}/grant-copy`, { permission })).status).toBe(200);
    const copy = await ask(`/api/markings/${marking}/make-copy`, { permission, form: 'file' });
    expect(copy.status).toBe(200);
    const [, master] = (await unzip(copy.bytes)).values();
    expect(master?.equals(bytes)).toBe(true);
  });

  it('R56: come in pieces, alone and in a ZIP, without lying open on the way', async () => {
    const own = randomBytes(16).toString('hex');
    const batch = await beginBatch(officer, { locale: 'vi' });
    const [alone, packed] = [await marked(2, own), await marked(3, own)];
    const zip = new Uint8Array(zipFile([{ name: `${own}.jpg`, bytes: packed }]));
    for (const [name, bytes] of [
      [`${own}.jpg`, alone],
      [`${own}.zip`, zip],
    ] as const) {
      const id = idOf(await begin(officer, batch, name, bytes.byteLength));
      const half = bytes.byteLength >> 1;
      expect((await piece(officer, id, bytes.slice(0, half), 0)).status).toBe(204);
      expect(await liesOpenIn(studio.values.mastersDir, own)).toEqual([]);
      expect((await piece(officer, id, bytes.slice(half), half)).status).toBe(204);
      expect((await settled(officer, id)).body).toMatchObject({ state: 'done', fates: [{ outcome: 'attention' }] });
    }
    const reader = openMasterReader(studio.values.mastersDir, keys.atRest);
    for (const bytes of [alone, packed]) expect(hashOf(await reader.read(hashOf(bytes)))).toBe(hashOf(bytes));
    expect(await liesOpenIn(studio.values.mastersDir, own)).toEqual([]);
    expect(await readdir(join(studio.values.mastersDir, 'uploads'))).toEqual([]);
  });

  it('R56: follow a raise of the marking to its key, and what was made of them goes', async () => {
    const { id, path, marking } = await bring(await marked(4, canary));
    await ask(`/api/images/${id}/file?width=160`);
    await raise(marking, { level: 'toi_mat', decision });
    expect((await headerOf(path)).level).toBe('toi_mat');
    const copies = async () =>
      (await readdir(String(studio.values.archiveDir), { recursive: true })).filter((name) =>
        name.endsWith('-160.webp'),
      );
    const there = await copies();
    expect((await ask(`/api/images/${id}/file?width=160`)).status).toBe(200);
    expect((await copies()).length).toBe(there.length + 1);
  });

  it('R56: that are raised while a round goes on stay under the key of the raise', async () => {
    const brought = [await bring(await marked(17, canary)), await bring(await marked(18, canary))];
    const [, last] = brought.sort((one, other) => (one.id < other.id ? -1 : 1));
    let raised = false;
    const levelOf: Keys['atRest']['levelOf'] = async (path) => {
      if (!raised && path !== last?.path) {
        raised = true;
        await raise(last?.marking, { level: 'mat', decision });
      }
      return keys.atRest.levelOf(path);
    };
    await sealAll(studio.payload, { ...studio.values, atRest: { ...keys.atRest, levelOf } });
    expect(raised).toBe(true);
    expect((await headerOf(String(last?.path))).level).toBe('mat');
  });

  it('that lay there open from before are sealed as they are marked, once, and stay what they were', async () => {
    const bytes = await marked(5, canary);
    const { id, path, marking } = await bring(bytes);
    await raise(marking, { level: 'mat', decision });
    await chmod(path, 0o600);
    await writeFile(path, bytes);
    await writeFile(join(String(studio.values.archiveDir), 'index.db'), canary);
    expect(await liesOpenIn(studio.values.mastersDir, canary)).toEqual([path]);
    await sealAll(studio.payload, studio.values);
    expect((await headerOf(path)).level).toBe('mat');
    const after = await readFile(path);
    await sealAll(studio.payload, studio.values);
    expect(Buffer.compare(await readFile(path), after)).toBe(0);
    for (const dir of [studio.values.mastersDir, String(studio.values.archiveDir)])
      expect(await liesOpenIn(dir, canary)).toEqual([]);
    const reader = openMasterReader(studio.values.mastersDir, keys.atRest);
    expect(Buffer.from(await reader.read(hashOf(bytes))).equals(bytes)).toBe(true);
    expect((await ask(`/api/images/${id}/file?width=160`)).status).toBe(200);
  });

  it('open under the next key without being written anew, and not under a strange one', async () => {
    const { id, path, master } = await bring(await marked(6, canary));
    const content = (await readFile(path)).subarray(156);
    const generation = await addGeneration(keys.dir, 'restricted', passphrase);
    const now = openKeyFolder(keys.dir, passphrase);
    for await (const { path: one } of sealedFilesIn(studio.values.mastersDir))
      await rewrapFile(one, identityOfFile(one), now);
    expect((await readFile(path)).subarray(156).equals(content)).toBe(true);
    expect((await headerOf(path)).keys.map((key) => key?.generation ?? 0).sort()).toEqual([0, generation]);
    expect((await ask(`/api/images/${id}/file`)).status).toBe(200);
    const dir = join(studio.folder, 'strange');
    for (let made = 0; made < generation; made = await addGeneration(dir, 'restricted', passphrase));
    const strange = sealedAtRest(async () => openKeyFolder(dir, passphrase));
    const reader = openMasterReader(studio.values.mastersDir, strange);
    await expect(reader.read(master.sha256)).rejects.toMatchObject({
      code: 'master-damaged',
      cause: { code: 'sealed-foreign' },
    });
  });

  it('R56: are refused where they were changed, cut or put in each other’s place', async () => {
    const [one, other] = [await bring(await marked(7, canary)), await bring(await marked(8, canary))];
    const reader = openMasterReader(studio.values.mastersDir, keys.atRest);
    const whole = await readFile(one.path);
    const refused = async (code: string) => {
      await expect(reader.read(one.master.sha256)).rejects.toMatchObject({ code: 'master-damaged', cause: { code } });
    };
    const flipped = Buffer.from(whole);
    flipped[whole.length - 100] = (flipped[whole.length - 100] ?? 0) ^ 1;
    await writeFile(one.path, flipped);
    await refused('sealed-damaged');
    await writeFile(one.path, whole.subarray(0, -40));
    await refused('sealed-damaged');
    await copyFile(other.path, one.path);
    await refused('sealed-foreign');
    await writeFile(one.path, whole);
    expect(hashOf(await reader.read(one.master.sha256))).toBe(one.master.sha256);
  });

  it('R56: that wait for the key of one level keep no others waiting, and the log tells which key is missing', async () => {
    const brought = await Promise.all([19, 20, 21, 22].map((seed) => marked(seed, canary)));
    const pictures = [];
    for (const bytes of brought) pictures.push({ bytes, ...(await bring(bytes)) });
    // The first two of the round are to be sealed under a key that is gone, and the third is not what it is called
    pictures.sort((one, other) => (one.id < other.id ? -1 : 1));
    const [first, second, strange, last] = pictures;
    if (!first || !second || !strange || !last) throw new Error('four pictures');
    for (const { marking } of [first, second]) await raise(marking, { level: 'tuyet_mat', decision });
    await raise(strange.marking, { level: 'mat', decision });
    await copyFile(last.path, strange.path);
    const atRest = await keysWithout(keys, 'tuyet_mat');
    const lay = async ({ path, bytes }: typeof first) => {
      await chmod(path, 0o600);
      await writeFile(path, bytes);
    };
    for (const one of [first, second, last]) await lay(one);
    const told: Record<string, unknown>[] = [];
    const { logger } = studio.payload;
    const { error } = logger;
    logger.error = ((values: Record<string, unknown>) => void told.push(values)) as typeof error;
    await sealAll(studio.payload, { ...studio.values, atRest }).finally(() => Object.assign(logger, { error }));
    expect(await Promise.all([first, second].map(({ path }) => keys.atRest.levelOf(path)))).toEqual([null, null]);
    expect((await headerOf(last.path)).level).toBe('restricted');
    expect(told).toEqual([
      { code: 'seal-key-missing', level: 'tuyet_mat', generation: 1, sha256: first.master.sha256, count: 2 },
      { code: 'master-damaged', sha256: strange.master.sha256, count: 1 },
    ]);
    await sealAll(studio.payload, studio.values);
    const levels = [first, second, last].map(async ({ path }) => (await headerOf(path)).level);
    expect(await Promise.all(levels)).toEqual(['tuyet_mat', 'tuyet_mat', 'restricted']);
  });

  it('say that a key is out of reach, and do not take what it seals for damaged', async () => {
    const { master } = await bring(await marked(9, canary));
    const without = sealedAtRest(async () => openKeyFolder(join(keys.dir, 'nowhere'), passphrase));
    const store = await openMasterStore(studio.values.mastersDir, without);
    await expect(store.read(master.sha256)).rejects.toMatchObject({ code: 'seal-key-missing' });
    await expect(store.stream(master.sha256)).rejects.toMatchObject({ code: 'seal-key-missing' });
    await expect(store.put(await marked(9, canary))).rejects.toMatchObject({ code: 'seal-key-missing' });
  });
});
