import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { masterPath, openMasterReader } from '#media/intake/master-store.ts';
import { hashOf } from '../archive/support/ingesting.ts';
import { zipFile } from '../archive/support/zip-files.ts';
import { watch } from '../support/installation.ts';
import { pictureBytes } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { move } from './support/move.ts';
import { noise } from './support/noise.ts';
import { begin, beginBatch, cutPiece, head, idOf, offsetOf, piece, remove, sendWhole, settled } from './support/tus.ts';

const day = 24 * 60 * 60 * 1000;

describe.each(databasesInTurn)('files that are sent in pieces, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  let batch: string;
  beforeAll(async () => {
    studio = await startStudio({
      database,
      values: { uploadMax: 9_999_999, uploadsTotal: 9_999_999, uploadsPerPerson: 9_999_999 },
    });
    curator = await studio.person('curator');
    batch = await beginBatch(curator, { locale: 'vi', credit: 'Trung tâm Triển lãm', takenOn: '2018' });
  });
  afterAll(() => studio?.close());

  const folder = () => join(studio.values.mastersDir, 'uploads');
  const images = async (sha256: string) => {
    const where = { 'master.sha256': { equals: sha256 } };
    const { docs } = await studio.payload.find({ collection: 'images', where, locale: 'all', depth: 1 });
    return docs as unknown as Record<string, unknown>[];
  };
  const counts = async () => {
    const count = async (collection: 'images' | 'upload-fates') =>
      (await studio.payload.count({ collection })).totalDocs;
    return { images: await count('images'), fates: await count('upload-fates'), lying: await readdir(folder()) };
  };

  test('a line cut in the middle of a piece loses nothing that had arrived, and the file is what it was', async () => {
    const bytes = await noise();
    const began = await begin(curator, batch, 'Tết/Chợ hoa.jpg', bytes.byteLength);
    expect(began.headers.get('location')).toBe(`http://studio.test/api/images/uploads/${idOf(began)}`);
    const id = idOf(began);
    await cutPiece(studio.url, curator, id, bytes, 0, 70_000);
    const offset = offsetOf(await head(curator, id));
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(70_000);
    expect((await piece(curator, id, bytes.slice(offset), offset)).status).toBe(204);
    const { body } = await settled(curator, id);
    expect(body).toMatchObject({
      state: 'done',
      fates: [{ file: 'Tết/Chợ hoa.jpg', outcome: 'attention', lacks: ['alt', 'rights'] }],
    });
    expect(Buffer.compare(await openMasterReader(studio.values.mastersDir).read(hashOf(bytes)), bytes)).toBe(0);
    expect(await images(hashOf(bytes))).toMatchObject([
      {
        id: body.fates[0].image,
        title: { vi: 'Chợ hoa' },
        credit: 'Trung tâm Triển lãm',
        takenOn: '2018',
        createdBy: { id: curator.id },
        marking: { level: 'internal' },
      },
    ]);
    expect(await readdir(folder())).toEqual([]);
  });

  test('a piece that does not follow on what is here is refused, and what is here stays', async () => {
    const bytes = await pictureBytes();
    const id = idOf(await begin(curator, batch, 'a.jpg', bytes.byteLength));
    await piece(curator, id, bytes.slice(0, 100), 0);
    expect(await piece(curator, id, bytes.slice(50), 50)).toMatchObject({
      status: 409,
      body: { code: 'upload-offset' },
    });
    expect(offsetOf(await head(curator, id))).toBe(100);
    expect((await remove(curator, id)).status).toBe(204);
    expect(await readdir(folder())).toEqual([]);
  });

  test('another person’s upload is answered like one that never was, and nobody else may bring anything', async () => {
    const other = await studio.person('curator');
    const bytes = await pictureBytes();
    const id = idOf(await begin(curator, batch, 'mine.jpg', bytes.byteLength));
    const never = '00000000-0000-4000-8000-000000000000';
    for (const ask of [head, settled, remove, (who: Person, one: string) => piece(who, one, bytes, 0)]) {
      const [foreign, none] = [await ask(other, id), await ask(other, never)];
      expect([foreign.status, foreign.body]).toEqual([404, none.body]);
    }
    expect((await begin(other, batch, 'x.jpg', 10)).body.code).toBe('not-found');
    expect((await other.get(`/api/images/batches/${batch}`)).status).toBe(404);
    expect(offsetOf(await head(curator, id))).toBe(0);
    const anonymous = { ...studio.anonymous } as Person;
    const editor = await studio.person('editor');
    for (const [who, status, code] of [
      [anonymous, 401, 'sign-in-required'],
      [editor, 403, 'forbidden'],
    ] as const) {
      expect(await begin(who, batch, 'x.jpg', 10)).toMatchObject({ status, body: { code } });
      expect(await piece(who, id, bytes, 0)).toMatchObject({ status, body: { code } });
      expect((await who.post('/api/images/batches', {})).body.code).toBe(code);
    }
    // A page of another origin has the cookie sent along and is nobody all the same
    const foreign = { Cookie: `payload-token=${curator.token}`, Origin: 'http://evil.test', 'Tus-Resumable': '1.0.0' };
    const asked = await studio.anonymous.send(`/api/images/uploads/${id}`, { method: 'DELETE', headers: foreign });
    expect(asked.body.code).toBe('sign-in-required');
    await remove(curator, id);
  });

  test('says no before the first byte to what is too large, and to what the disk has no room for', async () => {
    const refused = async (name: string, size: number) => (await begin(curator, batch, name, size)).body;
    expect(await refused('a.jpg', 300 * 2 ** 20)).toMatchObject({ code: 'image-too-large', status: 413 });
    expect(await refused('a.zip', 2 ** 60)).toMatchObject({ code: 'upload-too-large', status: 413 });
    expect(await refused('a.zip', 9 * 2 ** 40)).toMatchObject({ code: 'disk-full', status: 507 });
    const more = await pictureBytes();
    const id = idOf(await begin(curator, batch, 'a.jpg', 10));
    expect((await piece(curator, id, more, 0)).status).toBe(413);
    expect((await piece(curator, id, new Uint8Array(17 * 2 ** 20), 0)).body.code).toBe('request-too-large');
    expect(offsetOf(await head(curator, id))).toBe(0);
    await remove(curator, id);
    expect(await readdir(folder())).toEqual([]);
  });

  test('a disk that is full in the middle is told, and the upload goes on when there is room', async () => {
    const bytes = await pictureBytes();
    const id = idOf(await begin(curator, batch, 'full.jpg', bytes.byteLength));
    const path = join(folder(), id);
    await rm(path);
    await symlink('/dev/full', path);
    expect(await piece(curator, id, bytes, 0)).toMatchObject({ status: 507, body: { code: 'disk-full' } });
    await rm(path);
    await writeFile(path, '');
    expect((await piece(curator, id, bytes, 0)).status).toBe(204);
    expect((await settled(curator, id)).body.fates).toMatchObject([{ outcome: 'attention' }]);
  });

  test('the same bytes: told which picture it is, stored once, even where two people send them at once', async () => {
    const other = await studio.person('curator');
    const bytes = await pictureBytes();
    const theirs = await beginBatch(other);
    const [one, two] = await Promise.all([
      sendWhole(curator, batch, 'one.jpg', bytes),
      sendWhole(other, theirs, 'two.jpg', bytes),
    ]);
    expect([one.fates[0].outcome, two.fates[0].outcome].sort()).toEqual(['attention', 'known']);
    expect(one.fates[0].image).toBe(two.fates[0].image);
    expect(await images(hashOf(bytes))).toHaveLength(1);
  });

  test('bytes of a picture above the person’s clearance are taken as if they were not there', async () => {
    const bytes = await pictureBytes();
    const first = await sendWhole(curator, batch, 'raised.jpg', bytes);
    const [image] = await images(hashOf(bytes));
    const officer = await studio.person('security-officer', { clearance: 'restricted' });
    const { id } = z.object({ marking: z.object({ id: z.string() }) }).parse(image).marking;
    const raised = await officer.post(`/api/markings/${id}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status).toBe(200);
    const again = await sendWhole(curator, batch, 'again.jpg', bytes);
    expect(again.fates).toMatchObject([{ outcome: 'attention', code: null }]);
    expect(again.fates[0].image).not.toBe(first.fates[0].image);
    // What was sent before it was marked leads nowhere any more
    expect((await settled(curator, first.id)).body.fates).toMatchObject([{ image: null }]);
  });

  test.each([
    ['drawing.jpg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
    ['paper.png', '%PDF-1.7\n', 'PDF'],
    ['film.jpg', '\0\0\0\x18ftypisom\0\0\0\0isomiso2', 'MP4'],
    ['nothing.jpg', '', '?'],
  ])('%s is refused by what it is, in the words of the person', async (name, text, format) => {
    const sent = await sendWhole(curator, batch, name, new TextEncoder().encode(text));
    expect(sent.fates).toMatchObject([{ outcome: 'refused', code: 'image-unsupported', image: null }]);
    expect(sent.fates[0].reason).toContain(`format found: ${format}`);
    expect(await readdir(folder())).toEqual([]);
  });

  test('a ZIP: every entry has a fate, and the table is safe for table programs', async () => {
    const mine = await beginBatch(curator);
    const [good, bad] = [await pictureBytes(), await pictureBytes()];
    const zip = zipFile([
      { name: 'Tết/good.jpg', bytes: good, flags: 0x800 },
      { name: 'crc.jpg', bytes: bad, claims: { crc: 1 } },
      { name: '../out.jpg', bytes: bad },
      { name: '=cmd.jpg', bytes: new TextEncoder().encode('<html>') },
    ]);
    const sent = await sendWhole(curator, mine, 'all.zip', zip);
    const fates = Object.fromEntries(
      sent.fates.map((fate: Record<string, string>) => [fate.file, fate.code ?? fate.outcome]),
    );
    expect(fates).toEqual({
      'Tết/good.jpg': 'attention',
      'crc.jpg': 'zip-entry-damaged',
      '../out.jpg': 'zip-path-unsafe',
      '=cmd.jpg': 'image-unsupported',
    });
    expect((await curator.get(`/api/images/batches/${mine}`)).body.fates).toHaveLength(4);
    const csv = await curator.get(`/api/images/batches/${mine}/csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.body).toContain("\r\n'=cmd.jpg,refused,image-unsupported,");
    const [brought] = sent.fates.filter(({ file: name }: { file: string }) => name === 'Tết/good.jpg');
    expect(csv.body).toMatch(new RegExp(`\\nTết/good.jpg,attention,,[a-z ]+,${brought.image},[0-9a-f]{64},`));
    const officer = await studio.person('security-officer', { clearance: 'restricted' });
    const { marking } = (await curator.get(`/api/images/${brought.image}?depth=0`)).body;
    const raise = `/api/markings/${marking}/raise`;
    expect((await officer.post(raise, { level: 'restricted', basis: 'Công văn 12' })).status).toBe(200);
    // No row says how its picture is marked, so that nobody reads of another person's files, an officer neither
    for (const path of ['', '/csv']) expect((await officer.get(`/api/images/batches/${mine}${path}`)).status).toBe(404);
    const hidden = await curator.get(`/api/images/batches/${mine}/csv`);
    expect(hidden.body).toMatch(/\n,attention,,[a-z ]+,,,,\r/);
    expect(String(hidden.body)).not.toContain('good.jpg');
    const broken = await sendWhole(
      curator,
      mine,
      'broken.zip',
      zip.subarray(0, zip.length - 30) as Uint8Array<ArrayBuffer>,
    );
    expect(broken.fates).toMatchObject([{ file: 'broken.zip', outcome: 'refused', code: 'zip-damaged' }]);
  });

  /** As an upload lies there between its last byte and its record. */
  const lying = async (id: string, filename: string, bytes: Uint8Array, size = bytes.byteLength, age = 0) => {
    const metadata = { owner: curator.id, batch, filename };
    const began = new Date(Date.now() - age).toISOString();
    await writeFile(join(folder(), id), bytes);
    await writeFile(join(folder(), `${id}.json`), JSON.stringify({ id, size, creation_date: began, metadata }));
  };

  test('stopped after the fate was written and before the bytes were let go of, it does nothing twice', async () => {
    const bytes = await pictureBytes();
    const sent = await sendWhole(curator, batch, 'killed.jpg', bytes);
    const before = await counts();
    await lying(sent.id, 'killed.jpg', bytes);
    const { state, fates } = (await settled(curator, sent.id)).body;
    expect([state, fates]).toEqual(['done', sent.fates]);
    expect(await counts()).toEqual(before);
    expect(await readFile(masterPath(studio.values.mastersDir, hashOf(bytes)))).toEqual(Buffer.from(bytes));
  });

  test('an upload that waited too long is none, and its bytes go', async () => {
    const [id, bytes] = [randomUUID(), await pictureBytes()];
    await lying(id, 'late.jpg', bytes.subarray(0, 50), bytes.byteLength, 6.9 * day);
    expect(offsetOf(await head(curator, id))).toBe(50);
    await lying(id, 'late.jpg', bytes.subarray(0, 50), bytes.byteLength, 7.1 * day);
    for (const ask of [head, (who: Person) => piece(who, id, bytes.slice(50), 50)])
      expect((await ask(curator, id)).status).toBe(404);
    await move(studio);
    expect(await readdir(folder())).toEqual([]);
  });

  test('killed between the last byte and the records, the next start does the rest: nothing twice, nothing lost', async () => {
    const id = randomUUID();
    const pictures = await Promise.all(Array.from({ length: 12 }, noise));
    const zip = zipFile(pictures.map((bytes, index) => ({ name: `${index}.jpg`, bytes, method: 0 })));
    await lying(id, 'many.zip', zip);
    const running = watch('test/uploads/support/mover.ts', [JSON.stringify(studio.values)], process.env);
    const made = async () =>
      (await studio.payload.count({ collection: 'upload-fates', where: { upload: { equals: id } } })).totalDocs;
    while ((await made()) < 2 && running.child.exitCode === null) await sleep(20);
    running.child.kill('SIGKILL');
    const ended = await running.ended;
    const done = await made();
    expect(done, ended.stderr).toBeGreaterThan(1);
    expect(done).toBeLessThan(pictures.length);
    await move(studio);
    expect(await made()).toBe(pictures.length);
    for (const bytes of pictures) {
      expect(await images(hashOf(bytes))).toHaveLength(1);
      expect(Buffer.compare(await openMasterReader(studio.values.mastersDir).read(hashOf(bytes)), bytes)).toBe(0);
    }
    expect(await readdir(folder())).toEqual([]);
  });
});
