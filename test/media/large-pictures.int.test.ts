import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMasterReader } from '#media/intake/master-store.ts';
import { pictureForm } from '../support/pictures.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Answer } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c63' }, limitInputPixels: false });

/** Runs work and tells how many pictures this process had in the hands of its own decoder at once, at most. */
const watched = async <T>(work: () => Promise<T>): Promise<{ result: T; most: number }> => {
  let most = 0;
  const look = () => {
    most = Math.max(most, sharp.counters().process);
  };
  const watch = setInterval(look, 1);
  try {
    return { result: await work(), most };
  } finally {
    clearInterval(watch);
  }
};

describe.each(exhaustiveDatabases)('large pictures, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator');
  });
  afterAll(() => studio?.close());

  const upload = (bytes: Uint8Array, description: object) => {
    const form = pictureForm(new Uint8Array(bytes), description);
    return curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form });
  };
  const arriving = () => readdir(join(studio.values.mastersDir, 'incoming'));

  it('of sixty million bytes are taken in, byte for byte', async () => {
    const bytes = await canvas(5000, 4000).tiff({ compression: 'none' }).toBuffer();
    expect(bytes.length).toBeGreaterThan(60_000_000);
    const { status, body } = await upload(bytes, { title: 'Large' });
    expect(status, JSON.stringify(body)).toBe(201);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(body.doc.master).toMatchObject({ sha256, bytes: bytes.length, width: 5000, height: 4000 });
    expect(Buffer.compare(await openMasterReader(studio.values.mastersDir).read(sha256), bytes)).toBe(0);
    expect(await arriving()).toEqual([]);
  });

  it('that come ten at once all get an answer, and none is decoded in the studio itself', async () => {
    const bytes = await canvas(9000, 6600).jpeg().toBuffer();
    // Each with a byte of its own behind its end
    const own = (index: number) => Buffer.concat([bytes, Buffer.from([index])]);
    const bring = (index: number) => upload(own(index), { title: `Panorama ${index}` });
    const { result, most } = await watched(() => Promise.all(Array.from({ length: 10 }, (_, index) => bring(index))));
    expect(result.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(most).toBe(0);
    expect(await arriving()).toEqual([]);
  });

  it('that are the same, brought ten times at once, are taken in once', async () => {
    const bytes = await canvas(4000, 3000).png().toBuffer();
    const all = await Promise.all(Array.from({ length: 10 }, () => upload(bytes, { title: 'Mười lần' })));
    const codes = all.map(({ status, body }) => body.code ?? status);
    expect(codes.sort()).toEqual([201, ...Array.from({ length: 9 }, () => 'image-exists')]);
  });

  it('that are looked at all at once in the studio are made small elsewhere, too', async () => {
    const { body } = await curator.get('/api/images?limit=20&depth=0');
    const panoramas = body.docs.filter(({ title }: { title: string }) => title.startsWith('Panorama')).slice(0, 4);
    const small = ({ id }: { id: string }) => curator.get(`/api/images/${id}/file?width=320`);
    const { result, most } = await watched(() => Promise.all<Answer>(panoramas.map(small)));
    expect(result.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(most).toBe(0);
  });

  it('leave nothing behind when they are refused, nor does a file in a field that nobody asked for', async () => {
    const bytes = await canvas(3000, 2000).tiff({ compression: 'none' }).toBuffer();
    expect((await upload(bytes.subarray(0, bytes.length / 2), { title: 'Half' })).status).toBe(422);
    expect((await upload(bytes, {})).status).toBe(400);
    const form = new FormData();
    form.set('other', new Blob([new Uint8Array(bytes)], { type: 'image/tiff' }), 'x.tiff');
    form.set('_payload', JSON.stringify({ title: 'Other' }));
    const other = await curator.send('/api/images/upload?locale=vi', { method: 'POST', body: form });
    expect(other.body).toMatchObject({ code: 'field-invalid', values: { field: 'file' } });
    expect(await arriving()).toEqual([]);
  });
});
