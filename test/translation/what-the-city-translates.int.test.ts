import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import {
  begin,
  draftOf,
  french,
  paragraphs,
  says,
  source,
  type Told,
  textsOf,
  translateAll,
  wordsIn,
  workbenchOf,
} from './support/workbench.ts';

const times = { startsAt: '2026-05-01T01:00:00.000Z', endsAt: '2026-05-02T01:00:00.000Z' };

/** What somebody writes in Vietnamese, and one passage of it in French. */
const kinds = {
  articles: { data: source, from: 'Chợ đêm', to: 'Marché de nuit', field: 'title' },
  events: { data: { ...source, ...times }, from: 'Chợ đêm', to: 'Marché de nuit', field: 'title' },
  images: {
    data: { title: 'Bến phà', alt: 'Một chiếc phà cập bến' },
    from: 'Bến phà',
    to: 'L’embarcadère',
    field: 'title',
  },
  albums: {
    data: { title: 'Chợ Lớn', pressText: 'Chợ mở năm 1928.' },
    from: 'Chợ Lớn',
    to: 'Le marché de Cholon',
    field: 'title',
  },
  places: {
    data: { name: 'Dinh Độc Lập', address: '135 Nam Kỳ Khởi Nghĩa' },
    from: 'Dinh Độc Lập',
    to: 'Le palais de l’Indépendance',
    field: 'name',
  },
  topics: { data: { name: 'Ẩm thực' }, from: 'Ẩm thực', to: 'Gastronomie', field: 'name' },
  agencies: { data: { name: 'Sở Du lịch' }, from: 'Sở Du lịch', to: 'Service du tourisme', field: 'name' },
  rights: {
    data: { name: 'Ảnh của thành phố', terms: 'Ghi tên tác giả.' },
    from: 'Ảnh của thành phố',
    to: 'Photographies de la ville',
    field: 'name',
  },
} as const;

describe.each(databasesInTurn)('everything that the city translates, on %s', (database) => {
  let studio: Studio;
  let maker: Person;
  let translator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    maker = await studio.person(['editor', 'curator']);
    translator = await studio.person('translator', { translates: ['fr'] });
  });
  afterAll(() => studio?.close());

  const make = async (collection: string, data: object): Promise<string> => {
    const made =
      collection === 'images'
        ? await maker.send('/api/images/upload?locale=vi&depth=0', {
            method: 'POST',
            body: pictureForm(await pictureBytes(), data),
          })
        : await maker.post(`/api/${collection}?locale=vi&depth=0`, data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id;
  };
  const rowsOf = async (id: string) =>
    (await studio.payload.find({ collection: 'translations', where: { documentId: { equals: id } }, limit: 10 })).docs;

  it.each(Object.entries(kinds))(
    'is translated passage by passage: one of %s',
    async (collection, { data, from, to, field }) => {
      const id = await make(collection, data);
      const bench = workbenchOf(translator, collection, id, 'fr');
      expect((await bench.open()).state).toBe('missing');
      const seen = await bench.line(from);
      const done = await bench.confirm(seen, to);
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      const draft = collection === 'articles' || collection === 'events' ? '&draft=true' : '';
      const { body } = await maker.get(`/api/${collection}/${id}?locale=fr&depth=0${draft}`);
      expect(body[field]).toBe(to);
      expect(body.slug).toMatch(/^[a-z0-9-]+$/);
      const line = await bench.line(from);
      expect([line.state, wordsIn(line.target.content)]).toEqual(['translated', to]);
      const original = (await maker.get(`/api/${collection}/${id}?locale=vi&depth=0${draft}`)).body;
      expect(original[field]).toBe(from);
    },
  );

  it('has a paragraph in one language alone, with a reason, and takes it for the translation of nothing', async () => {
    const id = await begin(maker);
    const bench = workbenchOf(translator, 'articles', id, 'fr');
    const [first = '', second = ''] = paragraphs;
    await bench.confirm(await bench.line('Chợ đêm'), 'Marché de nuit');
    await bench.confirm(await bench.line(first), french[first as keyof typeof french]);
    const beside = (base: object, more: object = {}) => {
      const asked = { target: says('Le métro s’arrête à deux pas.'), reason: 'Pour les visiteurs.', base, ...more };
      return bench.post(`/segments/${encodeURIComponent(behind.segment)}/beside`, asked);
    };
    let behind = await bench.line(first);
    for (const [more, field] of [
      [{ reason: ' ' }, 'reason'],
      [{ target: says(' ') }, 'target'],
    ] as const)
      expect((await beside(behind.base, more)).body).toMatchObject({ code: 'field-invalid', values: { field } });
    expect((await beside({ source: '', target: '' })).body.code).toBe('segment-conflict');
    const added = await beside(behind.base);
    expect(added.status, JSON.stringify(added.body)).toBe(200);
    expect(added.body.segment).toMatchObject({
      state: 'only-here',
      source: null,
      apart: { reason: 'Pour les visiteurs.' },
    });
    const told = await bench.open();
    const standing = told.segments.map(({ source, target, state }: Told) => [
      wordsIn((source ?? target).content),
      state,
    ]);
    expect(standing.filter(([, state]: string[]) => state !== 'missing')).toEqual([
      ['Chợ đêm', 'translated'],
      [first, 'translated'],
      ['Le métro s’arrête à deux pas.', 'only-here'],
    ]);
    expect((await bench.line(second)).state).toBe('missing');
    // What is translated afterwards stands where its source does, and the paragraph stays where it was put
    await bench.confirm(await bench.line(second), french[second as keyof typeof french]);
    const words = [first, second].map((one) => french[one as keyof typeof french]);
    expect(textsOf(await draftOf(maker, id, 'fr'))).toEqual([words[0], 'Le métro s’arrête à deux pas.', words[1]]);
    behind = await bench.line('Chợ đêm');
    expect((await beside(behind.base)).body.code).toBe('segment-unplaced');
  });

  it('begins with the name: without it a language of such a thing is none', async () => {
    const id = await make('images', { title: 'Bến phà', alt: 'Một chiếc phà cập bến' });
    const bench = workbenchOf(translator, 'images', id, 'fr');
    const early = await bench.confirm(await bench.line('Một chiếc phà cập bến'), 'Un bac accoste');
    expect([early.status, early.body.code, early.body.values]).toEqual([400, 'field-invalid', { field: 'title' }]);
    expect((await bench.confirm(await bench.line('Bến phà'), 'L’embarcadère')).status).toBe(200);
    expect((await bench.confirm(await bench.line('Một chiếc phà cập bến'), 'Un bac accoste')).status).toBe(200);
    expect((await bench.open()).state).toBe('translated');
  });

  it('is vouched for by whoever saves it by the form, where a save is a publication', async () => {
    const id = await make('places', { name: 'Nhà hát', address: '7 Công trường Lam Sơn' });
    const read = (await maker.get(`/api/places/${id}?locale=fr&depth=0`)).body;
    const saved = await maker.patch(`/api/places/${id}?locale=fr&depth=0`, {
      name: 'L’Opéra',
      address: '7, place Lam Son',
      revision: read.revision,
    });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ collection: 'places', locale: 'fr', state: 'translated' });
    const changed = await maker.patch(`/api/places/${id}?locale=vi&depth=0`, {
      address: '9 Công trường Lam Sơn',
      revision: saved.body.doc.revision,
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect((await rowsOf(id))[0]).toMatchObject({ state: 'outdated' });
  });

  it('begins anew in a copy, and comes back with an older version', async () => {
    const id = await begin(maker);
    const bench = workbenchOf(translator, 'articles', id, 'fr');
    await translateAll(bench);
    const copied = await maker.post(`/api/articles/${id}/duplicate?locale=vi`, {});
    expect(copied.status, JSON.stringify(copied.body)).toBe(200);
    const copy = copied.body.doc.id;
    expect(await rowsOf(copy)).toEqual([]);
    expect((await workbenchOf(translator, 'articles', copy, 'fr').open()).counts.translated).toBe(5);
    const versions = await maker.get(`/api/articles/versions?where[parent][equals]=${id}&sort=-updatedAt&limit=10`);
    const [newest] = versions.body.docs;
    const other = await studio.person('translator', { translates: ['fr'] });
    const second = workbenchOf(other, 'articles', id, 'fr');
    await second.confirm(await second.line('Có 50 gian hàng.'), 'Cinquante stands.');
    const restored = await maker.post(`/api/articles/versions/${newest.id}?locale=vi`, {});
    expect(restored.status, JSON.stringify(restored.body)).toBe(200);
    const line = await bench.line('Có 50 gian hàng.');
    expect([wordsIn(line.target.content), line.state]).toEqual(['Il compte 50 stands.', 'translated']);
    expect((await rowsOf(id))[0]).toMatchObject({ state: 'translated' });
  });
});
