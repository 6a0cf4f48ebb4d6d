import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalReq, type PayloadRequest } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { albumsWithin, readAlbums } from '#editorial/archive/bag/read-albums.ts';
import { readPictures } from '#editorial/archive/bag/read-pictures.ts';
import { storedRowsOf } from '#editorial/at-rest/texts/stored-rows.ts';
import { exportTmx } from '#editorial/translation/memory/export-tmx.ts';
import { importTmx } from '#editorial/translation/memory/import-tmx.ts';
import { exportFrom } from '../../src/cli/translation/export-all.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { begin, workbenchOf } from '../translation/support/workbench.ts';
import { writeTmxFile } from './support/brought-memory.ts';
import { type Keys, newKeys } from './support/keys.ts';

type Stored = Record<string, unknown> & { readonly id: string };
type Doc = { readonly id: string; readonly slug: string };

describe.each(databasesInTurn)('what cannot be read any more leaves the house in no file, on %s', (database) => {
  let keys: Keys;
  let studio: Studio;
  let keeper: Person;
  let req: PayloadRequest;
  beforeAll(async () => {
    keys = await newKeys();
    const sealing = { atRest: keys.atRest, textsAtRest: async () => keys.keys };
    studio = await startStudio({ database, values: { archiveDir: undefined, ...sealing } });
    keeper = await studio.person(['editor', 'curator', 'translator']);
    req = await createLocalReq({}, studio.payload);
  }, 120_000);
  afterAll(async () => {
    await studio?.close();
    await keys?.[Symbol.asyncDispose]();
  });

  const made = async (answer: ReturnType<Person['post']>): Promise<Doc> => {
    const { status, body } = await answer;
    expect(status, JSON.stringify(body)).toBe(201);
    return body.doc;
  };
  const moved = (text: string) => `${text.slice(0, -6)}AAAAAA`;
  /** What a strange hand makes of a field. @returns what puts back what lay there */
  const spoil = async (collection: string, where: object, field: string) => {
    const rows = storedRowsOf(studio.payload.db);
    const stored = await rows?.findOne<Stored>({ collection: collection as 'images', where: where as never });
    if (!rows || !stored) throw new Error('there is nothing to change');
    const write = (value: unknown) =>
      rows.updateOne({
        collection: collection as 'images',
        id: stored.id,
        data: { ...stored, [field]: value },
        returning: false,
      });
    const value = stored[field];
    await write(typeof value === 'string' ? moved(value) : { vi: moved((value as { vi: string }).vi) });
    return () => write(value);
  };
  const byId = (id: string) => ({ id: { equals: id } });

  it('a bag with such a picture or such an album is refused, and names it', async () => {
    const words = {
      title: 'Bến phà',
      alt: 'Phà',
      credit: 'Lan',
      rights: 'http://creativecommons.org/licenses/by/4.0/',
    };
    const body = pictureForm(await pictureBytes(), words);
    const picture = await made(keeper.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body }));
    const album = await made(keeper.post('/api/albums?locale=vi&depth=0', { title: 'Sông' }));
    const within = await albumsWithin(req, { level: 'internal', compartments: [] });
    const read = async () => [await readPictures(req, [picture.id], 'all'), await readAlbums(req, [album.id], within)];
    const whole = await read();
    for (const [collection, { id }, field] of [
      ['images', picture, 'alt'],
      ['albums', album, 'title'],
    ] as const) {
      const mend = await spoil(collection, byId(id), field);
      await expect(read()).rejects.toMatchObject({ code: 'bag-text-lost', values: { collection, id } });
      await mend();
    }
    expect(await read()).toEqual(whole);
  });

  it('memory and packs go without it, and with it once it is mended', async () => {
    const reviewer = await studio.person('publisher');
    const ids: string[] = [];
    for (const title of ['Phà', 'Chợ']) {
      const id = await begin(keeper, { title, summary: `${title}.` });
      const bench = workbenchOf(keeper, 'articles', id, 'fr');
      expect((await bench.confirm(await bench.line(title), `${title} en français`)).status).toBe(200);
      const review = workbenchOf(reviewer, 'articles', id, 'fr');
      expect((await review.act(await review.line(title), 'review')).status).toBe(200);
      ids.push(id);
    }
    const [ferry = '', market = ''] = ids;
    await importTmx(studio.payload, await writeTmxFile(studio.folder, [['Tàu', 'Bateau']]));
    let count = 0;
    const next = (name: string) => {
      count += 1;
      return join(studio.folder, `${name}-${count}`);
    };
    const memory = async () => {
      const out = next('memory');
      await exportTmx(studio.payload, { out, to: null, upTo: 'internal' });
      const told = await readFile(out, 'utf8');
      return ['Phà en français', 'Chợ en français', 'Bateau', '['].filter((text) => told.includes(text));
    };
    const choice = { collections: ['articles'], articles: [], due: null, needsWork: false } as const;
    const pack = async () => {
      const order = { to: 'fr', choice, upTo: 'internal', as: null, language: 'en' } as const;
      const out = next('pack');
      const told = { signal: new AbortController().signal, onProgress: () => undefined };
      const { documents, left } = await exportFrom(studio.payload, { ...order, out, ...told });
      return [documents, left];
    };
    const whole = ['Phà en français', 'Chợ en français', 'Bateau'];
    expect([await memory(), await pack()]).toEqual([whole, [2, 0]]);
    const mendText = await spoil('articles', byId(ferry), 'title');
    expect([await memory(), await pack()]).toEqual([whole.slice(1), [1, 1]]);
    const mendUnits = await spoil('translations', { documentId: { equals: market } }, 'units');
    const mendFile = await spoil('memory-imports', {}, 'units');
    expect(await memory()).toEqual([]);
    await expect(pack()).rejects.toMatchObject({ code: 'pack-nothing' });
    for (const mend of [mendText, mendUnits, mendFile]) await mend();
    expect([await memory(), await pack()]).toEqual([whole, [2, 0]]);
  });
});
