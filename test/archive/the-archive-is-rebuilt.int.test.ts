import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { masterPath } from '#media/intake/master-store.ts';
import type { ImageRecord } from '#record/records.ts';
import { watch } from '../support/installation.ts';
import { jpegOf, pictureForm, texturedPicture } from '../support/pictures.ts';
import { runReady } from '../support/ready-command-line.ts';
import { databasesInTurn } from '../support/studio.ts';
import { type Made, openRoad, type Road } from '../whole-road/support/road.ts';
import { harms } from './support/archive.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';

describe.each(databasesInTurn)('npx benthanh archive rebuild, on %s', (database) => {
  let road: Road;
  let [open, inner] = [{}, {}] as Made[] as [Made, Made];

  const bring = async (seed: number, words: object): Promise<Made> => {
    const body = pictureForm(await jpegOf(texturedPicture(seed)), words);
    const sent = await road.people.curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    return sent.body.doc;
  };
  const environment = () => {
    const { databaseUrl, mastersDir } = road.studio.values;
    const { PATH, HOME } = process.env;
    const places = { DATA_DIR: road.studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    const feed = { FEED_URL: road.house.feedDir, GATE_DIR: road.house.dir };
    return { PATH, HOME, LANG: 'en_GB.UTF-8', ...places, ...feed };
  };
  const rebuild = async (...args: string[]) => {
    const ended = await runReady({ argv: ['archive', 'rebuild', '--json', ...args], env: environment() });
    return { status: ended.status, report: JSON.parse(ended.stdout) };
  };
  const stateFile = () => join(road.studio.values.mastersDir, 'rebuild.json');
  const released = async (): Promise<ImageRecord> =>
    [...(await road.house.live()).values()].find((record) => record.type === 'image') as ImageRecord;
  const blobs = async () => {
    const [edition] = (await released()).editions.vi ?? [];
    return [...(edition?.sources ?? []), ...(edition?.accessCopy ? [edition.accessCopy] : [])];
  };
  const fileOf = (sha: string) => join(road.house.feedDir, 'blobs/sha256', sha.slice(0, 2), sha);
  const stored = async (id: string) =>
    (await road.studio.payload.db.findOne({
      collection: 'images',
      where: { id: { equals: id } },
    })) as unknown as Record<string, unknown>;
  const masters = async () =>
    Promise.all(
      [open, inner].map(async (made) => {
        const { sha256 } = (made as unknown as { master: { sha256: string } }).master;
        return (await readFile(masterPath(road.studio.values.mastersDir, sha256))).toString('base64');
      }),
    );

  beforeAll(async () => {
    road = await openRoad(database);
    open = await bring(11, { title: 'Phà', alt: 'Phà', credit: 'Lan', rights });
    inner = await bring(12, { title: 'Chợ' });
    const release = await road.people.publisher.post('/api/images/release', { ids: [open.id] });
    expect(release.status).toBe(200);
    await road.arrived();
    await road.arrived();
    await mkdir(join(road.studio.folder, 'keys'), { recursive: true });
    await writeFile(join(road.studio.folder, 'keys/studio.secret'), road.studio.values.secret, { mode: 0o600 });
  });
  afterAll(() => road?.[Symbol.asyncDispose]());

  test('is told by a bag what was made of a picture for the public, when, and with which tools', async () => {
    const { databaseUrl, mastersDir } = road.studio.values;
    const { PATH, HOME } = process.env;
    const places = { DATA_DIR: road.studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    const out = join(road.studio.folder, 'bag');
    const env = { PATH, HOME, LANG: 'en_GB.UTF-8', ...places, GATE_DIR: road.house.dir };
    const ended = await runReady({ argv: ['archive', 'bag', `id:${open.id}`, '--out', out], env });
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    const file = join(out, 'data/pictures', open.id.slice(0, 2), open.id, 'history.json');
    const { derived } = JSON.parse(await readFile(file, 'utf8'));
    const made = { tools: expect.stringMatching(/^sharp \d.*libvips \d/), limits: {} };
    expect(derived).toMatchObject([made]);
    const files = [...derived[0].sizes, derived[0].accessCopy].map(({ sha256 }) => sha256);
    expect(files).toEqual((await blobs()).map(({ blob }) => blob));
  });

  test('changes nothing where all is as it would be made today, and touches no master', async () => {
    const before = [await masters(), await stored(open.id), await released()];
    const { status, report } = await rebuild();
    expect({ status, ...report }).toEqual({
      ...{ status: 0, pictures: 2, rehashed: 0, rederived: 0, wrong: [], stopped: false },
    });
    expect([await masters(), await stored(open.id), await released()]).toEqual(before);
    expect(await readdir(road.studio.values.mastersDir)).not.toContain('rebuild.json');
  });

  test('writes files of the feed anew that have rotted or are gone: sizes, or access copies', async () => {
    const [first, ...others] = await blobs();
    const copy = others.at(-1);
    const sound = await readFile(fileOf(String(first?.blob)));
    await writeFile(fileOf(String(first?.blob)), 'rotten');
    await rm(fileOf(String(copy?.blob)));
    expect((await rebuild('--sizes')).status).toBe(0);
    expect((await readFile(fileOf(String(first?.blob)))).equals(sound)).toBe(true);
    await expect(readFile(fileOf(String(copy?.blob)))).rejects.toThrow();
    expect((await rebuild('--access')).status).toBe(0);
    expect((await readFile(fileOf(String(copy?.blob)))).byteLength).toBe(copy?.bytes);
  });

  test('notes hashes anew, without a new version and without another date', async () => {
    const before = await stored(inner.id);
    const { db } = road.studio.payload;
    const data = { likeness: { hash: null, compared: true }, thumbhash: 'AAAA', updatedAt: before.updatedAt };
    await db.updateMany({ collection: 'images', where: { id: { equals: inner.id } }, data, returning: false });
    const { report } = await rebuild('--hash');
    expect(report).toMatchObject({ pictures: 2, rehashed: 1, rederived: 0 });
    expect(await stored(inner.id)).toEqual(before);
  });

  test('goes on where a run was broken off, with what was wanted then and nothing else', async () => {
    const [first] = [open.id, inner.id].toSorted();
    const state = { wanted: 'hash', began: '2026-11-01T00:00:00.000Z', after: first };
    await writeFile(stateFile(), JSON.stringify(state));
    expect((await rebuild('--sizes')).report).toMatchObject({ pictures: 2 });
    await writeFile(stateFile(), JSON.stringify(state));
    expect((await rebuild('--hash')).report).toMatchObject({ pictures: 1 });
  });

  test('names a picture whose master is damaged, and makes the others', async () => {
    const { sha256 } = (inner as unknown as { master: { sha256: string } }).master;
    await harms.flipped(masterPath(road.studio.values.mastersDir, sha256));
    const { status, report } = await rebuild('--hash');
    expect(status).toBe(1);
    expect(report).toMatchObject({ pictures: 2, wrong: [{ id: inner.id, code: 'master-damaged' }] });
  });

  // How far it is stands in a file: the same on every database
  test.runIf(database === 'sqlite')('killed, and stopped by Ctrl-C, it goes on behind what is done', async () => {
    const { db } = road.studio.payload;
    const { master, thumbhash, likeness, createdAt, updatedAt } = await stored(open.id);
    const [portion, more] = [50, 198];
    for (let made = 0; made < more; made += 1) {
      const data = { id: randomUUID(), master, thumbhash, likeness, createdAt, updatedAt };
      await db.create({ collection: 'images', customID: data.id, data, returning: false });
    }
    const read = async () => JSON.parse((await readFile(stateFile(), 'utf8').catch(() => '')) || '{}').after;
    const begin = () => watch('src/cli/benthanh.mjs', ['archive', 'rebuild', '--hash'], environment());

    const killed = begin();
    await expect.poll(read, { timeout: 60_000, interval: 10 }).toBeDefined();
    killed.child.kill('SIGKILL');
    await killed.ended;
    const first = await read();

    const stopped = begin();
    await expect.poll(read, { timeout: 60_000, interval: 10 }).not.toBe(first);
    stopped.child.kill('SIGINT');
    const { status, stdout, stderr } = await stopped.ended;
    expect([status, stdout]).toEqual([1, expect.stringContaining('Stopped')]);
    expect(stderr).toMatch(/^Going on with the run that began /);
    expect(Number(/(\d+) {2}pictures/.exec(stdout)?.[1])).toBeLessThan(more);

    const { docs } = await db.find({ collection: 'images', sort: 'id', limit: 0, pagination: false });
    const behind = docs.length - 1 - docs.findIndex(({ id }) => id === first);
    const place = docs.findIndex(({ id }) => id === first) + 1;
    expect([docs.length, place % portion]).toEqual([2 + more, 0]);
    const after = await read();
    const left = docs.length - 1 - docs.findIndex(({ id }) => id === after);
    expect(left).toBeLessThan(behind);
    expect((await rebuild('--hash')).report).toMatchObject({ pictures: left, stopped: false });
    expect(await read()).toBeUndefined();
  });
});
