import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLine } from '#cli/run-line.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import type { Person } from '../support/studio-people.ts';
import { begin, beginBatch, head, idOf, offsetOf, piece, sendWhole, settled } from '../uploads/support/tus.ts';
import { type Faults, openFaults } from './support/faults.ts';
import { hashOf, type Ingesting, startIngesting } from './support/ingesting.ts';

/* What the disk of the masters does to whoever brings pictures: the same whatever the database is. */

let house: Ingesting;
let curator: Person;
let faults: Faults;
beforeAll(async () => {
  house = await startIngesting({ database: 'sqlite' });
  curator = await house.studio.person('curator');
  faults = await openFaults(house.studio.values.mastersDir, house.studio.payload);
});
afterAll(async () => {
  faults?.[Symbol.dispose]();
  await house?.[Symbol.asyncDispose]();
});

const incoming = () => join(house.studio.values.mastersDir, 'incoming');

const kept = () => {
  const parts: string[] = [];
  const stream = { isTTY: false, columns: 80, write: (text: string) => Boolean(parts.push(text)) };
  return { stream, text: () => parts.join('') };
};

/** The command line in this process, where faults can be put below it. */
const ingestHere = async (args: readonly string[]) => {
  const before = { ...process.env };
  const { databaseUrl, mastersDir } = house.studio.values;
  const places = { DATA_DIR: house.studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
  Object.assign(process.env, places, { LANG: 'vi_VN.UTF-8', LC_ALL: '' });
  const [stdout, stderr] = [kept(), kept()];
  try {
    const streams = { stdout: stdout.stream, stderr: stderr.stream } as never;
    const report = args.includes('--report') ? [] : ['--report', house.report];
    const status = await runLine(['archive', 'ingest', ...args, ...report], streams);
    return { status, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    for (const name of ['DATA_DIR', 'DATABASE_URL', 'MASTERS_DIR', 'LANG', 'LC_ALL']) delete process.env[name];
    Object.assign(process.env, before);
    // The next run is to open a database of its own again
    Reflect.get(globalThis, '_payload')?.delete('cli');
  }
};

const folderOf = async (name: string, pictures: readonly Uint8Array[]): Promise<string> => {
  const folder = join(house.studio.folder, name);
  await mkdir(folder);
  for (const [index, bytes] of pictures.entries()) await writeFile(join(folder, `${index}.jpg`), bytes);
  return folder;
};

test.each(['mkdir', 'open', 'writeFile', 'sync', 'chmod', 'rename'])(
  'a disk that is full at %s: the command says so in the operator’s words, names what waits, and the next run goes on',
  async (step) => {
    const pictures = await Promise.all([pictureBytes(64, 48), pictureBytes(64, 48), pictureBytes(64, 48)]);
    const folder = await folderOf(`full-${step}`, pictures);
    const counts = async () =>
      (await Promise.all(pictures.map((bytes) => house.imagesOf(hashOf(bytes))))).map(({ length }) => length);
    const { result, hit } = await faults.failOn(step, () => ingestHere([folder]));
    expect([hit, result.status]).toEqual([true, 1]);
    expect(result.stderr).toMatch(/^disk-full: Đĩa của máy chủ đã đầy/);
    const stored = (await counts()).reduce((sum, one) => sum + one, 0);
    expect(stored).toBeLessThan(3);
    if (step === 'mkdir') expect(result.stdout).toBe('');
    else {
      expect(result.stdout).toContain(`Đã dừng; còn ${3 - stored} tệp chưa xem`);
      expect(result.stdout).toMatch(/Đang chờ: \d\.jpg/);
    }
    expect(await readdir(incoming()).catch(() => [])).toEqual([]);
    expect(await ingestHere([folder])).toMatchObject({ status: 0, stderr: '' });
    expect(await counts()).toEqual([1, 1, 1]);
  },
);

test('a report that the disk does not take is missed and not named, and the pictures are in the archive', async () => {
  const bytes = await pictureBytes(64, 48);
  const ended = await ingestHere([await folderOf('report', [bytes]), '--report', '/dev/full', '--json']);
  expect(ended.status).toBe(1);
  expect(JSON.parse(ended.stdout)).toMatchObject({ report: null, left: 0, error: { code: 'disk-full' } });
  expect(await house.imagesOf(hashOf(bytes))).toHaveLength(1);
});

test('a store that vanishes: form and uploads say so in the person’s words, make nothing in its place, and go on when it is back', async () => {
  const { mastersDir } = house.studio.values;
  const batch = await beginBatch(curator);
  await sendWhole(curator, batch, 'before.jpg', await pictureBytes(64, 48));
  const [bytes, whole] = [await pictureBytes(64, 48), await pictureBytes(64, 48)];
  const id = idOf(await begin(curator, batch, 'half.jpg', bytes.byteLength));
  await piece(curator, id, bytes.slice(0, 100), 0);
  const form = () => ({ method: 'POST', body: pictureForm(whole, { title: 'Bến' }) });
  const inVietnamese = { headers: { 'accept-language': 'vi' } };
  const away = `${mastersDir}-away`;
  await rename(mastersDir, away);
  // As where a disk was connected: the place stays, and is empty
  await mkdir(mastersDir);
  const gone = { status: 503, body: { code: 'masters-unreachable', title: 'Không truy cập được nơi lưu tệp gốc' } };
  expect(await curator.send('/api/images/upload?locale=vi', { ...form(), ...inVietnamese })).toMatchObject(gone);
  expect(await curator.send('/api/images/look', { ...form(), ...inVietnamese })).toMatchObject(gone);
  for (const ask of [
    () => begin(curator, batch, 'more.jpg', 10),
    () => piece(curator, id, bytes.slice(100), 100),
    () => settled(curator, id),
  ])
    expect(await ask()).toMatchObject({ status: 503, body: { code: 'masters-unreachable' } });
  expect((await head(curator, id)).status).toBe(503);
  expect(await readdir(mastersDir)).toEqual([]);
  expect(await house.imagesOf(hashOf(whole))).toEqual([]);

  await rename(away, mastersDir);
  expect(offsetOf(await head(curator, id))).toBe(100);
  expect((await piece(curator, id, bytes.slice(100), 100)).status).toBe(204);
  expect((await settled(curator, id)).body.fates).toMatchObject([{ outcome: 'attention' }]);
  expect((await curator.send('/api/images/upload?locale=vi', form())).status).toBe(201);
});
