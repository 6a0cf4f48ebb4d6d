import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getPayload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveOf } from '#editorial/archive-screen/studio-archive.ts';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import { pictureBytes } from '../support/pictures.ts';
import { isSealedRun } from '../support/sealed-files.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { address, countOf, type Facets, facetsFor, sideOf, titlesFor } from './support/asking.ts';
import { addPicture, mark, openToCommands, run } from './support/bagging.ts';

describe.each(databases)('the archive on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  let cleared: Person;
  let topic: string;
  let place: string;
  let agency: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator', { clearance: 'internal' });
    cleared = await studio.person('curator', { clearance: 'restricted', compartments: ['harbour'] });
    const { payload } = studio;
    const named = async (collection: 'topics' | 'places' | 'agencies', name: string): Promise<string> =>
      String((await payload.create({ collection, locale: 'en', data: { name } as never })).id);
    topic = await named('topics', 'Markets');
    place = await named('places', 'Ben Thanh Market');
    agency = await named('agencies', 'Department of Tourism');
    ids.market = await addPicture(studio, {
      words: {
        vi: { title: 'Chợ Bến Thành', caption: 'Cổng nam' },
        en: { title: 'Ben Thanh Market' },
        zh: { title: '滨城市场' },
      },
      shared: {
        topics: [topic],
        places: [place],
        agency,
        takenOn: '1998-05-01',
        credit: 'Nguyễn Hoà',
        rights: 'http://rightsstatements.org/vocab/InC/1.0/',
      },
      filename: 'IMG_2034.jpg',
    });
    ids.pot = await addPicture(studio, {
      words: { vi: { title: 'Chỗ bên thanh' } },
      shared: { agency, takenOn: '2004-01-01' },
    });
    ids.river = await addPicture(studio, {
      words: { fr: { title: 'La rivière', caption: 'Le soir', headline: 'Régates', event: 'Fête de l’eau' } },
      shared: {
        keywords: ['bateaux'],
        placesShown: ['Bạch Đằng'],
        placeCreated: 'Thủ Thiêm',
        sourceType: 'negativeFilm',
      },
    });
    ids.secret = await addPicture(studio, {
      words: { vi: { title: 'Cảng Bến Thành kín', caption: 'Kho' } },
      shared: { topics: [topic], places: [place], agency, takenOn: '1998-06-01' },
      marking: { level: 'restricted', compartments: ['harbour'] },
    });
  }, 60_000);
  afterAll(() => studio?.close());

  it.each([
    ['cho ben thanh', ['Chợ Bến Thành', 'Chỗ bên thanh']],
    ['cho ben tha', ['Chợ Bến Thành', 'Chỗ bên thanh']],
    ['滨城市场', ['Chợ Bến Thành']],
    ['濱城市場', ['Chợ Bến Thành']],
    ['城市', ['Chợ Bến Thành']],
    ['nguyen hòa', ['Chợ Bến Thành']],
    ['img_20', ['Chợ Bến Thành']],
    ['cổng', ['Chợ Bến Thành']],
    ['RIVIERE soir', ['La rivière']],
    ['regates eau', ['La rivière']],
    ['bateaux', ['La rivière']],
    ['bach dang thu thiem', ['La rivière']],
    ['nowhere', []],
    ['"*^:', []],
  ])('finds by %s', async (q, titles) => {
    expect((await titlesFor(curator, { q, locale: 'vi' })).sort()).toEqual([...titles].sort());
  });

  it('puts what is written as it was typed first', async () => {
    expect((await titlesFor(curator, { q: 'chợ bến thành', sort: 'best', locale: 'vi' }))[0]).toBe('Chợ Bến Thành');
    expect((await titlesFor(curator, { q: 'chỗ bên', sort: 'best', locale: 'vi' }))[0]).toBe('Chỗ bên thanh');
  });

  it('counts every facet among what fits the others', async () => {
    const all = await facetsFor(curator);
    const none = (count: number) => ['none', count];
    expect(sideOf(all, 'topic')).toEqual([none(2), [topic, 1, 'Markets']]);
    expect(sideOf(all, 'place')).toEqual([none(2), [place, 1, 'Ben Thanh Market']]);
    expect(sideOf(all, 'agency')).toEqual([[agency, 2, 'Department of Tourism'], none(1)]);
    expect(sideOf(all, 'year')).toEqual([
      ['none', 1],
      ['2004', 1],
      ['1998', 1],
    ]);
    expect(countOf(all, 'missing', 'vi')).toBe(2);
    expect(countOf(all, 'missing', 'fr')).toBe(2);
    expect(countOf(all, 'rights', 'stated')).toBe(1);
    expect(countOf(all, 'orientation', 'landscape')).toBe(3);
    expect(countOf(all, 'source', 'jpeg')).toBe(2);
    expect(countOf(all, 'source', 'negativeFilm')).toBe(1);
    const some = await facetsFor(curator, { year: '1998' });
    expect(countOf(some, 'year', '2004')).toBe(1);
    expect(countOf(some, 'topic', 'none')).toBe(0);
    expect(await titlesFor(curator, { year: '1998,2004', topic: 'none', locale: 'vi' })).toEqual(['Chỗ bên thanh']);
    const there = await facetsFor(curator, { place });
    expect([countOf(there, 'agency', agency), countOf(there, 'agency', 'none')]).toEqual([1, 0]);
    expect(countOf(there, 'place', 'none')).toBe(2);
    expect(await titlesFor(curator, { agency, locale: 'vi' })).toEqual(['Chợ Bến Thành', 'Chỗ bên thanh']);
    expect(await titlesFor(curator, { agency, place, locale: 'vi' })).toEqual(['Chợ Bến Thành']);
    expect(countOf(await facetsFor(cleared), 'place', place)).toBe(2);
  });

  it('gives the shape of everything found, in the order of the pictures', async () => {
    const { body, headers } = await curator.get(address('shapes'));
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(String(body).length).toBeGreaterThan(0);
    const { body: named } = await curator.get(address('ids', { limit: '2', from: '1', sort: 'added-first' }));
    expect(named).toMatchObject({ total: 3, from: 1, ids: [ids.pot, ids.river] });
  });

  it('R49: answers as if what is above a clearance did not exist', async () => {
    const questions: Record<string, string>[] = [
      {},
      { q: 'ben thanh' },
      { topic },
      { place },
      { agency },
      { year: '1998' },
      { marking: 'restricted' },
      { sort: 'taken' },
    ];
    const ask = (person: Person) =>
      Promise.all(
        ['pictures', 'shapes', 'ids', 'facets'].flatMap((what) =>
          questions.map(async (question) => {
            const { status, body, headers } = await person.get(address(what, question));
            return [status, body, headers.get('x-archive-state'), headers.get('content-length')];
          }),
        ),
      );
    const withSecret = await ask(curator);
    expect(await titlesFor(cleared, { topic, locale: 'vi' })).toContain('Cảng Bến Thành kín');
    const moved = await studio.payload.findByID({ collection: 'images', id: ids.secret ?? '', depth: 0 });
    await studio.payload.update({
      collection: 'images',
      id: String(moved.id),
      locale: 'vi',
      data: { credit: 'Khác' } as never,
    });
    expect(await ask(curator)).toEqual(withSecret);
    const confirmed = { deletionConfirmed: ids.secret };
    await studio.payload.delete({ collection: 'images', id: ids.secret ?? '', context: confirmed });
    expect(await ask(curator)).toEqual(withSecret);
    expect(await titlesFor(cleared, { topic, locale: 'vi' })).not.toContain('Cảng Bến Thành kín');
  });

  it('knows albums and rights records, and of albums above a clearance neither name, number nor picture', async () => {
    const { payload } = studio;
    const album = async (title: string, marking: Parameters<typeof mark>[2]): Promise<string> => {
      const made = await payload.create({ collection: 'albums', locale: 'vi', data: { title } as never });
      await mark(studio, String(made.id), marking, null, 'albums');
      return String(made.id);
    };
    const harbour = { level: 'restricted', compartments: ['harbour'] } as const;
    const [markets, hidden] = [
      await album('Các chợ', { level: 'internal', compartments: [] }),
      await album('Kín', harbour),
    ];
    const record = await payload.create({
      collection: 'rights',
      locale: 'en',
      data: { name: 'City photographers' } as never,
    });
    const { body } = await curator.get(`/api/images/${ids.pot}?locale=vi`);
    await curator.patch(`/api/images/${ids.pot}?locale=vi`, { rightsRecord: record.id, revision: body.revision });
    await curator.post(`/api/albums/${markets}/members`, { images: [ids.market, ids.pot] });
    const before = [
      await facetsFor(curator),
      await titlesFor(curator, { album: hidden }),
      await titlesFor(curator, { album: 'none' }),
    ];
    await cleared.post(`/api/albums/${hidden}/members`, { images: [ids.market, ids.river] });
    expect(countOf(before[0] as Facets, 'rights', 'record')).toBe(1);
    const { body: grid } = await curator.get(address('pictures', { record: String(record.id) }));
    expect(grid.pictures[0].badges).not.toContain('no-rights');
    expect(before[0]).toMatchObject({
      album: [
        { value: markets, count: 2, label: 'Các chợ' },
        { value: 'none', count: 1 },
      ],
      record: [
        { value: 'none', count: 2 },
        { value: String(record.id), count: 1, label: 'City photographers' },
      ],
    });
    expect([
      await facetsFor(curator),
      await titlesFor(curator, { album: hidden }),
      await titlesFor(curator, { album: 'none' }),
    ]).toEqual(before);
    expect(countOf(await facetsFor(cleared), 'album', 'Kín')).toBe(2);
    expect(countOf(await facetsFor(cleared), 'album', 'none')).toBe(0);
    expect(await titlesFor(cleared, { album: hidden, record: 'none', locale: 'vi' })).toHaveLength(2);
    // A raise, a removal and a deletion act in the next answer
    await mark(studio, markets, harbour, null, 'albums');
    expect((await facetsFor(curator)).album).toEqual([{ value: 'none', count: 3 }]);
    await cleared.post(`/api/albums/${markets}/members/remove`, { images: [ids.market] });
    expect(countOf(await facetsFor(cleared), 'album', markets)).toBe(1);
    await payload.delete({ collection: 'albums', id: hidden });
    expect(countOf(await facetsFor(cleared), 'album', hidden)).toBe(0);
    expect((await facetsFor(curator)).album).toEqual([{ value: 'none', count: 3 }]);
  });

  it('shows a change of this studio in the next answer', async () => {
    const id = ids.river ?? '';
    const { body } = await curator.get(`/api/images/${id}?locale=fr`);
    const saved = await curator.patch(`/api/images/${id}?locale=fr`, { title: 'Le canal', revision: body.revision });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(await titlesFor(curator, { q: 'canal', locale: 'fr' })).toEqual(['Le canal']);
    expect(await titlesFor(curator, { q: 'rivière', locale: 'fr' })).toEqual([]);
  });

  it('shows what another process takes in, and hides what it marks higher, in the next answer', {
    skip: isSealedRun,
  }, async () => {
    const folder = join(studio.folder, 'incoming');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'dinh-doc-lap.jpg'), await pictureBytes());
    await openToCommands(studio);
    const words = [folder, '--marking', 'internal', '--json', '--report', join(studio.folder, 'r.csv')];
    const ended = await run(studio, 'ingest', ...words);
    expect(ended.status, ended.stderr).toBe(0);
    const { body } = await curator.get(address('pictures', { q: 'dinh doc lap' }));
    expect(body.total).toBe(1);
    const config = await buildStudioConfig(studio.values);
    const other = await getPayload({ config, key: `other ${database}`, disableOnInit: true });
    await mark({ payload: other }, body.pictures[0].id, { level: 'restricted', compartments: ['harbour'] });
    await other.destroy();
    expect((await curator.get(address('pictures', { q: 'dinh doc lap' }))).body.total).toBe(0);
    expect(countOf(await facetsFor(curator), 'marking', 'restricted')).toBe(0);
    expect(await titlesFor(cleared, { q: 'dinh doc lap' })).toHaveLength(1);
  });

  it('goes on where it stopped after a crash, and sees what happened meanwhile', { skip: isSealedRun }, async () => {
    const config = await buildStudioConfig(studio.values);
    const before = await titlesFor(curator, {});
    archiveOf(studio.payload).index[Symbol.dispose]();
    await mark(studio, ids.pot ?? '', { level: 'restricted', compartments: [] });
    // Of a membership that changed below the studio no row tells: only the comparison finds it
    const data = { id: randomUUID(), album: 'elsewhere', image: ids.river, rank: 'a' };
    await studio.payload.db.create({ collection: 'album-members', customID: data.id, data });
    await studio.payload.db.deleteMany({ collection: 'outbox', where: {} });
    const again = await getPayload({ config, key: `again ${database}`, disableOnInit: true });
    const { index } = archiveOf(again);
    expect(index.columns.ids.filter(Boolean).length).toBeGreaterThan(before.length - 1);
    expect(await index.settle()).toBe(true);
    const row = index.columns.rowOf(ids.pot ?? '') ?? -1;
    expect(index.columns.facets.marking.values[index.columns.facets.marking.codes[row] ?? 0]).toEqual(['restricted']);
    const { values, codes } = index.columns.facets.album;
    expect(values[codes[index.columns.rowOf(ids.river ?? '') ?? -1] ?? 0]).toContain('elsewhere');
    index[Symbol.dispose]();
    await again.destroy();
  });

  it.each([
    [{ sort: 'size' }, 'parameter-invalid'],
    [{ limit: '201' }, 'parameter-invalid'],
    [{ from: '-1' }, 'parameter-invalid'],
    [{ topic: 'a b' }, 'parameter-invalid'],
    [{ q: 'x'.repeat(201) }, 'parameter-invalid'],
    [{ locale: 'de' }, 'parameter-invalid'],
    [{ where: '{}' }, 'parameter-unknown'],
    [{ colour: 'red' }, 'parameter-unknown'],
  ])('refuses %o', async (question, code) => {
    const { status, body } = await curator.get(address('pictures', question as Record<string, string>));
    expect([status, body.code]).toEqual([400, code]);
  });

  it('answers nobody who is not signed in', async () => {
    for (const what of ['pictures', 'shapes', 'ids', 'facets'])
      expect((await studio.anonymous.get(address(what))).status).toBe(401);
  });
});
