import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploadRecords } from '#editorial/uploads/upload-records.ts';
import { addGeneration, keyPath } from '#sealing/key-folder.ts';
import { type Keys, newKeys, passphrase } from '../archive/support/keys.ts';
import { zipFile } from '../archive/support/zip-files.ts';
import { pictureBytes } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { move } from './support/move.ts';
import { noise } from './support/noise.ts';
import { begin, beginBatch, idOf, piece, remove, settled } from './support/tus.ts';

const day = 24 * 60 * 60 * 1000;

/** Changes a byte of a file. */
const harm = async (path: string, at: number): Promise<void> => {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
};

describe.each(databasesInTurn)('uploads that lie sealed and have to wait, on %s', (database) => {
  let keys: Keys;
  let studio: Studio;
  let curator: Person;
  let batch: string;
  beforeAll(async () => {
    keys = await newKeys();
    studio = await startStudio({ database, values: { atRest: keys.atRest } });
    curator = await studio.person('curator');
    batch = await beginBatch(curator);
  });
  afterAll(async () => {
    await studio?.close();
    await keys?.[Symbol.asyncDispose]();
  });

  const folder = () => join(studio.values.mastersDir, 'uploads');
  const lying = () => readdir(folder());
  const fatesOf = async (id: string) => (await settled(curator, id)).body.fates;

  /** As an upload lies there between its last byte and the archive. */
  const arrived = async (filename: string, bytes: Uint8Array, { atRest } = studio.values): Promise<string> => {
    const records = uploadRecords(folder(), atRest);
    const id = randomUUID();
    const metadata = { owner: curator.id, batch, filename };
    await records.set(id, { id, size: bytes.byteLength, creation_date: new Date().toISOString(), metadata });
    await writeFile(records.path(id), atRest ? '' : bytes);
    await records.sealed?.append(
      id,
      (async function* () {
        yield bytes;
      })(),
      0,
    );
    return id;
  };

  test('for a key that is out of reach are told of, and keep neither others nor new ones waiting', async () => {
    await begin(curator, batch, 'first.jpg', 10).then((began) => remove(curator, idOf(began)));
    const before = await arrived('before.jpg', await pictureBytes());
    await addGeneration(keys.dir, 'restricted', passphrase);
    const after = await arrived('after.jpg', await pictureBytes());
    const key = keyPath(keys.dir, 'restricted', 1, 'key');
    await rename(key, `${key}.away`);
    const wants = { code: 'seal-key-missing', values: { level: 'restricted', generation: 1 } };
    await expect(move(studio)).rejects.toMatchObject(wants);
    expect(await fatesOf(after)).toMatchObject([{ file: 'after.jpg', outcome: 'attention' }]);
    expect((await settled(curator, before)).body.code).toBe('seal-key-missing');
    expect((await lying()).sort()).toEqual([before, `${before}.0`, `${before}.json`]);
    expect((await remove(curator, idOf(await begin(curator, batch, 'new.jpg', 10)))).status).toBe(204);
    await rename(`${key}.away`, key);
    await move(studio);
    expect(await fatesOf(before)).toMatchObject([{ file: 'before.jpg', outcome: 'attention' }]);
    expect(await lying()).toEqual([]);
  });

  test.each(['sealed', 'open'])('with a damaged record, %s, are told, and go when their time is over', async (how) => {
    const values = { ...studio.values, atRest: how === 'sealed' ? studio.values.atRest : undefined };
    const bytes = await pictureBytes();
    const id = await arrived('damaged.jpg', bytes, values);
    const other = await arrived('sound.jpg', await pictureBytes(), values);
    const file = join(folder(), `${id}.json`);
    await writeFile(file, (await readFile(file)).subarray(0, -3));
    const told: unknown[] = [];
    const write = (text: unknown, _: unknown, done: () => void) => {
      told.push(JSON.parse(String(text)));
      done();
    };
    studio.payload.logger = pino(new Writable({ write }));
    await move({ ...studio, values });
    expect(await fatesOf(other)).toMatchObject([{ file: 'sound.jpg', outcome: 'attention' }]);
    expect(told).toEqual([expect.objectContaining({ upload: id, msg: 'the record of an upload is damaged' })]);
    expect(await lying()).toContain(`${id}.json`);
    const longAgo = new Date(Date.now() - 8 * day);
    await utimes(file, longAgo, longAgo);
    await move({ ...studio, values });
    expect(await lying()).toEqual([]);
  });

  test.each([
    ['in its first bytes', 'one.jpg', async () => noise(), 200],
    ['behind its first bytes', 'two.jpg', async () => noise(), -20],
    ['within a ZIP', 'three.zip', async () => zipFile([{ name: 'a.jpg', bytes: await noise(), method: 0 }]), -20],
  ] as const)('and are damaged %s end as refused, and no path is told', async (_, name, make, at) => {
    const bytes = await make();
    const id = await arrived(name, bytes);
    const path = join(folder(), `${id}.0`);
    await harm(path, at < 0 ? (await readFile(path)).length + at : at);
    await move(studio);
    const { body } = await settled(curator, id);
    expect(body).toMatchObject({ state: 'done', fates: [{ file: name, outcome: 'refused', code: 'upload-damaged' }] });
    expect(JSON.stringify(body)).not.toContain(studio.folder);
    expect(await lying()).toEqual([]);
  });

  test('and are damaged before their last piece are let go of, and the file is sent anew', async () => {
    const bytes = await pictureBytes();
    const id = idOf(await begin(curator, batch, 'anew.jpg', bytes.byteLength));
    for (const at of [0, 1]) await piece(curator, id, bytes.slice(at, at + 1), at);
    const path = join(folder(), `${id}.0`);
    await harm(path, (await readFile(path)).length - 1);
    const sent = await piece(curator, id, bytes.slice(2), 2);
    expect(sent).toMatchObject({ status: 410, body: { code: 'upload-damaged' } });
    expect(JSON.stringify(sent.body)).not.toContain(studio.folder);
    expect((await settled(curator, id)).status).toBe(404);
    expect(await lying()).toEqual([]);
  });
});
