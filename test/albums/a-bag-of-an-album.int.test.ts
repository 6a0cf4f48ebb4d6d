import { join } from 'node:path';
import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putMember } from '#editorial/albums/members.ts';
import { changeMarking, markingsOf } from '#editorial/workflow/marking-store.ts';
import { addPicture, json, openToCommands, pictureIn, run } from '../archive/support/bagging.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';

interface Bagged {
  readonly rights: readonly { readonly id: string }[];
  readonly albums: readonly { readonly album?: string; readonly id?: string; readonly cover?: string | null }[];
}

describe.each(exhaustiveDatabases)('a bag of an album, on %s', (database) => {
  let studio: Studio;
  let open: { id: string; slug: string };
  let internal: { id: string; slug: string };
  let pictures: string[];
  let rightsRecord: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    await openToCommands(studio);
    const { payload } = studio;
    const make = async (title: string) => {
      const made = await payload.create({ collection: 'albums', locale: 'vi', data: { title } as never, depth: 0 });
      return { id: String(made.id), slug: String(made.slug) };
    };
    [open, internal] = [await make('Mở'), await make('Nội bộ')];
    const marking = { level: 'public', compartments: [] } as const;
    pictures = [];
    for (const title of ['Một', 'Hai', 'Ba'])
      pictures.push(await addPicture(studio, { words: { vi: { title } }, ...(title === 'Ba' ? {} : { marking }) }));
    const req = await createLocalReq({}, payload);
    const [one = '', two = '', three = ''] = pictures;
    for (const id of [two, one, three]) await putMember(req, open.id, id);
    await putMember(req, internal.id, one);
    const markings = await markingsOf(req, 'albums', [open.id]);
    const stored = markings.get(open.id);
    if (stored) await changeMarking(req, stored, marking, { by: null, basis: 'test' });
    const statement = 'http://creativecommons.org/licenses/by/4.0/';
    const named = { name: 'Quyền', rights: statement, credit: 'Album' } as never;
    const record = await payload.create({ collection: 'rights', locale: 'vi', data: named, depth: 0 });
    rightsRecord = String(record.id);
    const ofAlbum = { rightsRecord } as never;
    await payload.update({ collection: 'albums', id: open.id, locale: 'vi', data: ofAlbum, depth: 0 });
    // The cover is a picture that is not public
    await payload.db.updateOne({ collection: 'albums', id: open.id, data: { cover: three }, returning: false });
  });
  afterAll(() => studio?.close());

  const bagged = async (selection: string, ...more: string[]) => {
    const out = join(studio.folder, `bag-${selection.replace(/\W/g, '-')}-${more.length}`);
    const ended = await run(studio, 'bag', selection, '--out', out, ...more);
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    const about = await json<{ pictures: number }>(join(out, 'data/bag.json'));
    return { out, pictures: about.pictures, references: await json<Bagged>(join(out, 'data/references.json')) };
  };

  test('has its pictures, and names no album and no cover above what may go out', async () => {
    const { out, references, ...bag } = await bagged(`album:${open.slug}`);
    expect(bag.pictures).toBe(2);
    expect(references.albums).toMatchObject([{ id: open.id, cover: null, rightsRecord }]);
    expect(references.rights.map(({ id }) => id)).toEqual([rightsRecord]);
    const record = await json<Bagged>(join(pictureIn(out, pictures[0] ?? ''), 'record.json'));
    expect(record.albums.map(({ album }) => album)).toEqual([open.id]);
    expect(JSON.stringify([references, record])).not.toContain(internal.id);
  });

  test('has more where more may go out, and joins other conditions', async () => {
    const all = await bagged(`album:${open.slug}`, '--up-to', 'internal');
    expect(all.pictures).toBe(3);
    expect(all.references.albums.find(({ id }) => id === open.id)?.cover).toBe(pictures[2]);
    const both = await bagged(`album:${open.slug} AND album:${internal.slug}`, '--up-to', 'internal');
    expect(both.pictures).toBe(1);
    const nothing = await run(studio, 'bag', 'album:khong-co', '--out', join(studio.folder, 'nothing'));
    expect([nothing.status, nothing.stderr.split(':')[0]]).toEqual([1, 'slug-unknown']);
  });

  test('taken in makes its album, not released, with the pictures in their order', async () => {
    const { out } = await bagged(`album:${open.slug}`, '--up-to', 'internal', '--organization', 'X');
    await using target = await startStudio({ database });
    await openToCommands(target);
    const args = ['unbag', out, '--report', join(target.folder, 'fates.csv')];
    for (const again of [1, 2]) {
      const ended = await run(target, ...args);
      expect([ended.status, ended.stderr], String(again)).toEqual([0, '']);
      const curator = await target.person('curator');
      const { body } = await curator.get(`/api/albums/${open.id}?depth=1`);
      expect(body).toMatchObject({ title: 'Mở', marking: { level: 'internal' }, releasedBy: null });
      expect(body.rightsRecord).toMatchObject({ id: rightsRecord, credit: 'Album' });
      const { members } = (await curator.get(`/api/albums/${open.id}/members`)).body;
      expect(members.map(({ title }: { title: string }) => title)).toEqual(['Hai', 'Một', 'Ba']);
    }
  });
});
