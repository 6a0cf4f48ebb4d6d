import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openComparer } from '#editorial/archive/look-alikes/comparer.ts';
import { cropAround, cropFault, fractionsOf, type Part, type Shape, shapes } from '#media/crops/crops.ts';
import { bodyOf } from '../support/lexical.ts';
import { jpegOf, pictureForm, texturedPicture } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

const nowhere = '3f0e0000-0000-4000-8000-000000000000';

interface Kept {
  readonly id: string;
  readonly marking: string;
  readonly master: { readonly sha256: string };
}

describe.each(databasesInTurn)('one picture, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  let officer: Person;
  let photo: Kept;
  let bytes: Uint8Array<ArrayBuffer>;
  let secret: Kept;

  const bring = async (who: Person, bytes: Uint8Array<ArrayBuffer>, words: object): Promise<Kept> => {
    const body = pictureForm(bytes, words, 'phà.jpg');
    const sent = await who.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    return sent.body.doc;
  };
  const recordOf = async (id: string) => (await curator.get(`/api/images/${id}?locale=all&depth=0`)).body;
  /** SHA-256 of every file that lies with the masters, by its path. */
  const hashes = async (): Promise<Record<string, string>> => {
    const all = await readdir(studio.values.mastersDir, { recursive: true, withFileTypes: true });
    const paths = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const read = async (path: string) => [
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ];
    return Object.fromEntries(await Promise.all(paths.sort().map(read)));
  };

  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person(['curator', 'editor'], { name: 'Lê Hoa' });
    officer = await studio.person(['security-officer', 'curator', 'editor'], { clearance: 'restricted' });
    const turned = texturedPicture(1, 700, 1100).withMetadata({ orientation: 6, density: 300 });
    bytes = await jpegOf(turned);
    photo = await bring(curator, bytes, { title: 'Phà', credit: 'Lan' });
    secret = await bring(officer, await jpegOf(texturedPicture(3)), { title: 'Kín' });
    const raise = { level: 'restricted', basis: 'Công văn 12/2026' };
    expect((await officer.post(`/api/markings/${secret.marking}/raise`, raise)).status).toBe(200);
  }, 120_000);
  afterAll(() => studio?.close());

  it('comes in tiles that make the whole picture, the right way up and pixel for pixel', async () => {
    const { body } = await curator.get(`/api/images/${photo.id}/zoom`);
    expect(body).toEqual({ width: 1100, height: 700, tile: 512, deepest: 11 });
    const tile = async (column: number, row: number) => {
      const address = `${studio.url}/api/images/${photo.id}/zoom/11/${column}/${row}`;
      const answer = await fetch(address, { headers: { authorization: `JWT ${curator.token}` } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      return Buffer.from(await answer.arrayBuffer());
    };
    const sizes = [];
    const parts = [];
    for (const [column, row] of [
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
      [1, 1],
      [2, 1],
    ] as const) {
      const input = await tile(column, row);
      const { width, height, exif } = await sharp(input).metadata();
      sizes.push([width, height]);
      expect(exif?.includes('phà') ?? false).toBe(false);
      parts.push({ input: Buffer.from(input), left: column * 512, top: row * 512 });
    }
    expect(sizes).toEqual([
      [512, 512],
      [512, 512],
      [76, 512],
      [512, 188],
      [512, 188],
      [76, 188],
    ]);
    const blank = sharp({ create: { width: 1100, height: 700, channels: 3, background: '#000' } });
    const put = await blank.composite(parts).removeAlpha().raw().toBuffer();
    const whole = await sharp(bytes).autoOrient().raw().toBuffer();
    const off = put.reduce((sum, value, index) => sum + Math.abs(value - (whole[index] ?? 0)), 0) / put.length;
    expect(off).toBeLessThan(4);
  });

  it('has no tiles where there are none, and asks for what is no number in vain', async () => {
    const at = (place: string) => curator.get(`/api/images/${photo.id}/zoom/${place}`);
    for (const place of ['11/3/0', '11/0/2', '12/0/0']) expect(await at(place)).toMatchObject({ status: 404 });
    for (const place of ['x/0/0', '11/-1/0', '11/0/1e1'])
      expect(await at(place)).toMatchObject({ status: 400, body: { code: 'parameter-invalid' } });
  });

  it('that is hidden answers at every address exactly like one that is not there', async () => {
    const text = (id: string) =>
      `zoom zoom/9/0/0 zoom/x/0/0 uses technical embedded`.split(' ').map((one) => `/api/images/${id}/${one}`);
    const told = ({ status, body }: { status: number; body: object }) => [status, body];
    for (const [index, path] of text(secret.id).entries()) {
      const hidden = told(await curator.get(path));
      expect(hidden, path).toMatchObject([404, { code: 'not-found' }]);
      expect(hidden, path).toEqual(told(await curator.get(text(nowhere)[index] ?? '')));
      expect((await studio.anonymous.get(path)).status, path).toBe(401);
    }
    expect((await officer.get(`/api/images/${secret.id}/zoom/9/0/0`)).status).toBe(200);
    // The copy that has been made for the officer opens nothing to anybody else
    expect((await curator.get(`/api/images/${secret.id}/zoom/9/0/0`)).status).toBe(404);
  });

  it('tells what is known of its file, and who brought it', async () => {
    const { body } = await curator.get(`/api/images/${photo.id}/technical`);
    expect(body).toMatchObject({
      ...{ sha256: photo.master.sha256, type: 'image/jpeg', width: 1100, height: 700, filename: 'phà.jpg' },
      ...{ storedBy: 'Lê Hoa', bag: false },
      technical: { space: 'srgb', depth: 'uchar', alpha: false, density: 300 },
    });
    expect(Math.abs(Date.parse(body.storedAt) - Date.now())).toBeLessThan(600_000);
  });

  it('tells where it is used and how each language stands, and nothing of what the person may not see', async () => {
    const write = async (who: Person, title: string, words: object): Promise<{ id: string; marking: string }> => {
      const sent = await who.post('/api/articles?locale=vi&depth=0', { title, summary: 'S.', ...words });
      expect(sent.status, JSON.stringify(sent.body)).toBe(201);
      return sent.body.doc;
    };
    const seen = await write(curator, 'Bên sông', { body: bodyOf(['Phà'], [photo.id]) });
    const headed = await write(curator, 'Bến phà', { body: bodyOf(['Phà']), cover: photo.id });
    const kept = await write(officer, 'Chuyện kín', { body: bodyOf(['Phà'], [photo.id]) });
    const raise = { level: 'restricted', basis: 'Công văn 12/2026' };
    expect((await officer.post(`/api/markings/${kept.marking}/raise`, raise)).status).toBe(200);
    const { body } = await curator.get(`/api/images/${photo.id}/uses`);
    expect(body.uses).toMatchObject([
      { collection: 'articles', id: headed.id, title: 'Bến phà', cover: true, states: { vi: 'draft' } },
      { collection: 'articles', id: seen.id, title: 'Bên sông', cover: false, states: { vi: 'draft' } },
    ]);
    expect((await officer.get(`/api/images/${photo.id}/uses`)).body.uses).toHaveLength(3);
  });

  it('keeps its master and a sound record, whatever is described, cropped, merged, undone and brought back', async () => {
    const pair = [
      await bring(curator, await jpegOf(texturedPicture(5, 900, 600)), { title: 'Một' }),
      await bring(curator, await jpegOf(texturedPicture(5, 450, 300)), { title: 'Hai' }),
    ] as const;
    await openComparer(studio.payload).round();
    const before = await hashes();
    const masters = await Promise.all(pair.map(async ({ id }) => (await recordOf(id)).master));
    const sound = async () => {
      expect(await hashes()).toEqual(before);
      for (const [index, { id }] of pair.entries()) {
        const { master, crops } = await recordOf(id);
        expect(master).toEqual(masters[index]);
        for (const [shape, part] of Object.entries(crops ?? {}))
          expect(cropFault(shape as Shape, part as Part, master)).toBe(null);
      }
    };
    /** The only refusals that such acts may meet: what is merged already, and what is not. */
    const went = ({ status, body }: { status: number; body: { code?: string } }) =>
      expect(
        status < 300 || ['pair-decided', 'not-found', 'crop-too-small'].includes(body.code ?? ''),
        JSON.stringify(body),
      ).toBe(true);
    const save = async (which: number, data: object) => {
      const { id } = pair[which] ?? pair[0];
      const { revision } = await recordOf(id);
      went(await curator.patch(`/api/images/${id}?locale=vi`, { ...data, revision }));
    };
    const pairIn = async (state: string) =>
      (await curator.get(`/api/images/look-alikes?state=${state}&image=${pair[0].id}`)).body.pairs[0]?.id ?? nowhere;
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    const which = fc.nat(1);
    const act = fc.oneof(
      fc.tuple(which, fc.constantFrom('title', 'credit', 'caption')).map(
        ([at, field]) =>
          () =>
            save(at, { [field]: `Chữ ${field}` }),
      ),
      fc.tuple(which, fraction, fraction).map(
        ([at, focusX, focusY]) =>
          () =>
            save(at, { focusX, focusY }),
      ),
      fc.tuple(which, fc.constantFrom(...shapes), fraction, fraction).map(([at, shape, x, y]) => async () => {
        const size = masters[at];
        await save(at, { crops: { [shape]: fractionsOf(cropAround(shape, size, [x, y]), size) } });
      }),
      which.map((at) => () => save(at, { crops: null })),
      which.map((at) => async () => {
        const { id } = pair[at] ?? pair[0];
        const { revision } = await recordOf(id);
        went(await curator.post(`/api/images/look-alikes/${await pairIn('open')}/merge`, { keep: id, revision }));
      }),
      fc.constant(async () => went(await curator.post(`/api/images/look-alikes/${await pairIn('merged')}/undo`, {}))),
      which.map((at) => async () => {
        const { id } = pair[at] ?? pair[0];
        const versions = await curator.get(
          `/api/images/versions?where[parent][equals]=${id}&sort=createdAt&limit=1&depth=0`,
        );
        went(await curator.post(`/api/images/versions/${versions.body.docs[0]?.id}?locale=vi`, {}));
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 12 }), async (acts) => {
        for (const one of acts) await one();
        await sound();
      }),
      { numRuns: 3, seed: 2126, endOnFailure: true },
    );
  });
});
