import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { createLocalReq } from 'payload';
import { describe, expect, test } from 'vitest';
import { putMember } from '#editorial/albums/members.ts';
import { pictureRecord, type ReferenceKind, references } from '#editorial/archive/bag/format.ts';
import { leftOutOfAlbums } from '#editorial/archive/bag/read-albums.ts';
import { leftOut } from '#editorial/archive/bag/read-pictures.ts';
import { isCounted } from '#editorial/copies/counted.ts';
import { changeMarking, markingsOf } from '#editorial/workflow/marking-store.ts';
import { masterPath } from '#media/intake/master-store.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { addPicture, answerOf, json, mark, openToCommands, run } from './support/bagging.ts';
import { type Generated, generatedPicture } from './support/generated-pictures.ts';
import { openPermitting } from './support/permitting.ts';

const everything = ['--up-to', 'restricted', '--compartment', 'harbour', '--compartment', 'metro'];

type Doc = Record<string, unknown>;
type Refs = Record<'agencies' | 'topics' | 'places', string[]>;

const referencesIn = async ({ payload }: Studio): Promise<Refs> => {
  const make = async (collection: keyof Refs, data: Doc, english?: Doc) => {
    const id = String((await payload.create({ collection, locale: 'vi', data: data as never, depth: 0 })).id);
    if (english) await payload.update({ collection, id, locale: 'en', data: english as never, depth: 0 });
    return id;
  };
  const top = await make('topics', { name: 'Bến cảng', summary: 'Cảng & tàu' }, { name: 'Harbour' });
  const middle = await make('topics', { name: 'Tàu thủy', parent: top });
  return {
    agencies: [
      await make('agencies', { name: 'Bảo tàng', website: 'https://bt.example', email: 'a@bt.example', phone: '028' }),
      await make('agencies', { name: 'Sở Văn hóa' }, { name: 'Department of Culture' }),
    ],
    topics: [top, middle, await make('topics', { name: 'Phà', parent: middle })],
    places: [
      await make('places', {
        name: 'Bến Bạch Đằng',
        address: '2 Tôn Đức Thắng',
        latitude: 10.7738,
        longitude: 106.7069,
      }),
      await make('places', { name: 'Chợ Bến Thành' }),
    ],
  };
};

/** Two albums, one within the other, with every second picture in the one and every third in both. */
const albumsOf = async (studio: Studio, refs: Refs, pictures: readonly string[]): Promise<void> => {
  const { payload } = studio;
  const make = async (data: Doc) => {
    const agency = refs.agencies[0];
    const made = await payload.create({
      collection: 'albums',
      locale: 'vi',
      data: { ...data, agency } as never,
      depth: 0,
    });
    return String(made.id);
  };
  const above = await make({ title: 'Bến cảng xưa', description: 'Ảnh cũ' });
  const below = await make({ title: 'Phà', within: above });
  await payload.update({
    collection: 'albums',
    id: below,
    locale: 'en',
    data: { title: 'Ferries' } as never,
    depth: 0,
  });
  const req = await createLocalReq({}, payload);
  for (const [index, id] of pictures.toReversed().entries()) {
    if (index % 2 === 0) await putMember(req, above, id);
    if (index % 3 === 0) await putMember(req, below, id);
  }
  const data = { cover: pictures.at(-1) } as never;
  await payload.update({ collection: 'albums', id: above, locale: 'vi', data, depth: 0 });
  const marking = (await markingsOf(req, 'albums', [below])).get(below);
  const restricted = { level: 'restricted', compartments: ['metro', 'harbour'] } as const;
  if (marking) await changeMarking(req, marking, restricted, { by: null, basis: 'test' });
};

const add = async (studio: Studio, refs: Refs, { linked, later, marking, ...plan }: Generated): Promise<string> => {
  const { agency, topics, places } = linked;
  const shared = {
    ...plan.shared,
    agency: agency === null ? null : refs.agencies[agency],
    topics: topics.map((one) => refs.topics[one]),
    places: places.map((one) => refs.places[one]),
  };
  const id = await addPicture(studio, { ...plan, shared, ...(marking?.level === 'public' ? { marking } : {}) });
  const [locale = 'vi'] = Object.keys(plan.words);
  const data = { caption: later?.caption, ...(later?.slug ? { slug: `${later.slug}-${id.slice(0, 8)}` } : {}) };
  if (later)
    await studio.payload.update({ collection: 'images', id, locale: locale as 'vi', data: data as never, depth: 0 });
  if (marking && marking.level !== 'public') await mark(studio, id, marking);
  return id;
};

const canary = 'CANARY-minor';

/** Permits one copy of all that is counted in a studio. @returns options of `archive bag` */
const permitAll = async (studio: Studio): Promise<readonly string[]> => {
  const permitting = await openPermitting(studio);
  const req = await createLocalReq({}, studio.payload);
  for (const collection of ['images', 'albums'] as const) {
    const { docs } = await studio.payload.db.find({ collection, where: {}, limit: 0, pagination: false });
    const markings = [
      ...(
        await markingsOf(
          req,
          collection,
          docs.map(({ id }) => String(id)),
        )
      ).values(),
    ];
    await permitting.permit(markings.filter(isCounted).map(({ subjectId }) => subjectId));
  }
  return permitting.as;
};

/** A record or album without what differs in each bag: which numbered copy it is. */
const unnumbered = ({ copy: _copy, ...rest }: Doc): Doc => rest;

const referencesWithin = async (bag: string): Promise<Doc> => {
  const read = await json<{ albums: Doc[] }>(join(bag, 'data/references.json'));
  return { ...read, albums: read.albums.map(unnumbered) };
};

/** Every record of a bag with its history, by path. */
const recordsIn = async (bag: string): Promise<Record<string, Doc>> => {
  const paths = (await readdir(bag, { recursive: true })).filter((path) => /(record|history|origin)\.json$/.test(path));
  return Object.fromEntries(
    await Promise.all(paths.sort().map(async (path) => [path, await json<Doc>(join(bag, path))])),
  );
};

const only = (records: Record<string, Doc>, name: string): Record<string, Doc> =>
  Object.fromEntries(
    Object.entries(records)
      .filter(([path]) => path.endsWith(`/${name}.json`))
      .map(([path, doc]) => [path.replace(`${name}.json`, ''), doc]),
  );

/** Checksums of the masters, by path. */
const mastersIn = async (bag: string): Promise<string[]> =>
  (await readFile(join(bag, 'manifest-sha512.txt'), 'utf8')).split('\n').filter((line) => line.endsWith('master.jpg'));

describe.each(exhaustiveDatabases)('a bag taken out and in again, on %s', (database) => {
  test('loses nothing, whatever the pictures’ records hold', async () => {
    const batch = fc.array(generatedPicture, { minLength: 10, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(batch, async (pictures) => {
        await using source = await startStudio({ database });
        await using target = await startStudio({ database });
        for (const studio of [source, target]) await openToCommands(studio);
        const refs = await referencesIn(source);
        const curator = await source.person('curator');
        const ids: string[] = [];
        for (const picture of pictures) {
          const id = await add(source, refs, picture);
          ids.push(id);
          const people = { createdBy: curator.id, releasedBy: curator.id };
          await source.payload.db.updateOne({ collection: 'images', id, data: people, returning: false });
        }
        await albumsOf(source, refs, ids);
        const [out, again] = [join(source.folder, 'bag'), join(target.folder, 'bag')];
        const made = await run(source, 'bag', 'all', '--out', out, ...everything, ...(await permitAll(source)));
        expect([made.status, made.stderr]).toEqual([0, '']);
        const taken = await run(target, 'unbag', out, '--json', '--report', join(target.folder, 'fates.csv'));
        expect([taken.status, taken.stderr], taken.stdout).toEqual([0, '']);
        const remade = await run(target, 'bag', 'all', '--out', again, ...everything, ...(await permitAll(target)));
        expect([remade.status, remade.stderr]).toEqual([0, '']);

        const [before, after] = [await recordsIn(out), await recordsIn(again)];
        const nobody = { createdBy: null, releasedBy: null };
        const expected = Object.entries(only(before, 'record')).map(([path, record]) => [
          path,
          { ...unnumbered(record), ...nobody },
        ]);
        expect(expected).toHaveLength(pictures.length);
        expect(Object.values(only(before, 'record')).some(({ albums }) => (albums as Doc[]).length === 2)).toBe(true);
        const numbered = Object.values(only(before, 'record')).filter(({ copy }) => copy !== undefined);
        expect(numbered).toHaveLength(pictures.filter(({ marking }) => marking && isCounted(marking)).length);
        const records = Object.entries(only(after, 'record')).map(([path, record]) => [path, unnumbered(record)]);
        expect(Object.fromEntries(records)).toEqual(Object.fromEntries(expected));
        for (const [path, origin] of Object.entries(only(after, 'origin'))) {
          expect(origin.record).toEqual(before[`${path}record.json`]);
          expect(origin.history).toEqual(before[`${path}history.json`]);
        }
        expect(Object.keys(only(after, 'origin'))).toHaveLength(pictures.length);
        expect(await referencesWithin(again)).toEqual(await referencesWithin(out));
        expect(await mastersIn(again)).toEqual(await mastersIn(out));
      }),
      { numRuns: 2, endOnFailure: true },
    );
    // Somebody asks for a copy of every picture that is counted, and somebody permits it
  }, 300_000);

  test('carries every field of a picture and of what it refers to, or says why not', async () => {
    await using studio = await startStudio({ database });
    const fieldsOf = (collection: 'images' | 'albums' | ReferenceKind): string[] =>
      (studio.payload.collections[collection]?.config.flattenedFields ?? []).map(({ name }) => name).sort();
    const {
      format: _format,
      version: _version,
      focus: _focus,
      albums: _albums,
      copy: _copy,
      ...carried
    } = pictureRecord.shape;
    const named = [...Object.keys(carried), 'focusX', 'focusY', ...Object.keys(leftOut)];
    expect(fieldsOf('images')).toEqual([...new Set(named)].sort());
    const { copy: _ofAlbum, ...album } = references.shape.albums.unwrap().element.shape;
    expect(fieldsOf('albums')).toEqual([...Object.keys(album), ...Object.keys(leftOutOfAlbums)].sort());
    for (const kind of ['agencies', 'topics', 'places'] as const)
      expect(fieldsOf(kind)).toEqual(Object.keys(references.shape[kind].element.shape).sort());
    expect(fieldsOf('rights')).toEqual(Object.keys(references.shape.rights.unwrap().element.shape).sort());
  });

  test('keeps what is known of a picture over several journeys, with its masters’ checks', async () => {
    await using first = await startStudio({ database });
    await using second = await startStudio({ database });
    await using third = await startStudio({ database });
    for (const studio of [first, second, third]) await openToCommands(studio);
    const id = await addPicture(first, {
      words: { vi: { title: 'Chợ' } },
      marking: { level: 'public', compartments: [] },
      shared: {
        persons: [
          { name: { vi: 'Bình', zh: '平' }, told: true, minor: false },
          { name: { vi: canary }, told: false, minor: true },
        ],
      },
    });
    const bags = [first, second].map(({ folder }) => join(folder, 'bag'));
    await run(first, 'bag', 'all', '--out', bags[0] ?? '', '--organization', 'Kho thứ nhất');
    const written = JSON.stringify(await recordsIn(bags[0] ?? ''));
    // A bag for everybody names nobody whom the public may not be told of
    expect([written.includes('Bình'), written.includes(canary)]).toEqual([true, false]);
    await run(second, 'unbag', bags[0] ?? '', '--report', join(second.folder, 'fates.csv'));
    await run(second, 'bag', 'all', '--out', bags[1] ?? '', '--organization', 'Kho thứ hai');
    await run(third, 'unbag', bags[1] ?? '', '--report', join(third.folder, 'fates.csv'));
    const { docs } = await third.payload.db.find({ collection: 'images', where: { id: { equals: id } } });
    const { sha256 } = (docs[0] as unknown as { origin: { sha256: string } }).origin;
    const origin = await json(masterPath(third.values.mastersDir, sha256));
    expect(docs[0]).toMatchObject({ persons: [{ name: { vi: 'Bình', zh: '平' }, told: true, minor: false }] });
    expect(origin).toMatchObject({
      bag: [['Source-Organization', 'Kho thứ hai'], ...Array(5).fill(expect.anything())],
      origin: { bag: [['Source-Organization', 'Kho thứ nhất'], ...Array(5).fill(expect.anything())], origin: null },
    });
    const { history } = origin as { history: { kept: Doc[]; acts: Doc[] } };
    expect(history.kept).toMatchObject([
      { kind: 'intake', by: { name: expect.stringContaining('command line') }, facts: { door: 'bag' } },
      { kind: 'derivation', facts: { tools: expect.stringMatching(/^sharp \d.*libvips \d/) } },
    ]);
    expect(history.acts).toMatchObject([{ action: 'create', by: { name: expect.stringContaining('command line') } }]);
    const checked = answerOf(await run(third, 'fixity', '--all', '--json'));
    expect(checked).toMatchObject({ checked: 2, sound: 2 });
  });
});
