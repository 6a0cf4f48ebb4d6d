import { beforeAll, describe, expect, it } from 'vitest';
import { openComparer } from '#editorial/archive/look-alikes/comparer.ts';
import { change } from '../../support/change.ts';
import { jpegOf, pictureForm, texturedPicture } from '../../support/pictures.ts';
import type { Person } from '../../support/studio-people.ts';
import type { Made, Road } from '../../whole-road/support/road.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';

/** A picture that no other seed has, in other sizes each time. */
const copies = [
  [1200, 800, 90],
  [600, 400, 60],
  [480, 320, 80],
] as const;

/** What a merger does with albums, from the studio to the public. The road is asked for once it is open. */
export const albumsAreUnited = (at: () => Road): void => {
  let curator: Person;
  let officer: Person;
  let publisher: Person;
  let stranger: Made;
  let stories: Record<'first' | 'both' | 'giving' | 'hidden' | 'last', Made>;
  let kept: Made;
  let other: Made;

  const ok = <T extends { status: number; body: unknown }>(answer: T, status = 200): T => {
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    return answer;
  };
  const bring = async (seed: number, count: number, title: string): Promise<Made[]> => {
    const made: Made[] = [];
    for (const [width, height, quality] of copies.slice(0, count)) {
      const words = { title: `${title} ${width}`, alt: title, credit: 'Lan', rights };
      const body = pictureForm(await jpegOf(texturedPicture(seed, width, height), quality), words);
      const sent = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
      made.push(ok(sent, 201).body.doc);
    }
    await openComparer(at().studio.payload).round();
    return made;
  };
  const album = async (title: string, fields: object = {}, who = curator): Promise<Made> =>
    ok(await who.post('/api/albums?locale=vi&depth=0', { title, ...fields }), 201).body.doc;
  const put = async ({ id }: Made, images: readonly Made[], who = curator) =>
    ok(await who.post(`/api/albums/${id}/members`, { images: images.map((image) => image.id) }));
  const take = async ({ id }: Made, image: Made) =>
    ok(await curator.post(`/api/albums/${id}/members/remove`, { images: [image.id] }));
  const setCover = async ({ id }: Made, cover: string) =>
    ok(await change(curator, `/api/albums/${id}?locale=vi`, { cover }));

  /** The pictures and the cover of each album, as somebody reads them who may know of all. */
  const standing = async () => {
    const read: Record<string, { members: string[]; cover: string | null; updatedAt: string }> = {};
    for (const [name, { id }] of Object.entries(stories)) {
      const { members } = ok(await officer.get(`/api/albums/${id}/members`)).body;
      const { cover, updatedAt } = ok(await officer.get(`/api/albums/${id}?depth=0`)).body;
      read[name] = { members: members.map((one: { id: string }) => one.id), cover: cover ?? null, updatedAt };
    }
    return read;
  };
  const members = async () =>
    Object.fromEntries(Object.entries(await standing()).map(([name, one]) => [name, one.members]));
  const pairOf = async (one: Made, two: Made, state = 'open'): Promise<string> => {
    const { pairs } = ok(await curator.get(`/api/images/look-alikes?image=${one.id}&state=${state}`)).body;
    const found = pairs.find((pair: { pictures: { id: string }[] }) => pair.pictures.some(({ id }) => id === two.id));
    return String(found?.id);
  };
  const mergeInto = async (keep: Made, two: Made) => {
    const { revision } = ok(await curator.get(`/api/images/${keep.id}?depth=0`)).body;
    return curator.post(`/api/images/look-alikes/${await pairOf(keep, two)}/merge`, { keep: keep.id, revision });
  };
  const undo = async (keep: Made, two: Made): Promise<string[]> => {
    const path = `/api/images/look-alikes/${await pairOf(keep, two, 'merged')}/undo`;
    return ok(await curator.post(path, {})).body.stayed;
  };
  const albumsOf = async ({ id }: Made, who = curator): Promise<string[]> =>
    ok(await who.get(`/api/images/${id}/albums`)).body.albums.map(({ title }: { title: string }) => title);
  const publicId = async ({ slug }: Made): Promise<string> => (await at().read(`/v1/vi/images/${slug}`)).body.data.id;
  const publicIds = async ({ slug }: Made): Promise<string[]> =>
    (await at().read(`/v1/vi/images?album=${slug}&sort=album`)).body.data.map(({ id }: { id: string }) => id);
  const holder = async ({ slug }: Made) => (await at().read(`/v1/vi/images/${slug}`)).body.data.holder;
  const toldOfAlbums = async ({ id }: Made, who = curator) =>
    ok(await who.get(`/api/images/${id}/history`))
      .body.entries.filter(({ kind }: { kind: string }) => kind === 'albums')
      .map(({ facts }: { facts: Record<string, { title: string }[]> }) => {
        const deed = facts.put ? 'put' : 'taken';
        return [facts.turn, deed, (facts[deed] ?? []).map(({ title }) => title).toSorted()];
      });

  describe('are in the albums of both', () => {
    beforeAll(async () => {
      const { people } = at();
      [curator, officer, publisher] = [people.curator, people.officer, people.publisher];
      [stranger] = (await bring(21, 1, 'Kho bạc')) as [Made];
      [kept, other] = (await bring(22, 2, 'Bến Bạch Đằng')) as [Made, Made];
      ok(await publisher.post('/api/images/release', { ids: [stranger.id, kept.id, other.id] }));
      const record = ok(await curator.post('/api/rights?locale=vi&depth=0', { name: 'Kho', holder: 'Bảo tàng' }), 201);
      stories = {
        first: await album('Bờ sông'),
        both: await album('Cả hai'),
        giving: await album('Kho ảnh', { rightsRecord: record.body.doc.id }),
        hidden: await album('Ngăn kín', {}, officer),
        last: await album('Sau cùng'),
      };
      await put(stories.first, [stranger, other]);
      await put(stories.both, [other, stranger, kept]);
      await put(stories.giving, [other]);
      await put(stories.hidden, [other], officer);
      for (const one of [stories.first, stories.both]) await setCover(one, other.id);
      const raise = { level: 'restricted', basis: 'Công văn 12/2026' };
      ok(await officer.post(`/api/markings/${stories.hidden.marking}/raise`, raise));
      for (const one of [stories.first, stories.both, stories.giving])
        ok(await publisher.post(`/api/albums/${one.id}/release`));
      await at().arrived();
    }, 120_000);

    it('which the preview names, as far as the curator may know of them, and which a refused merger leaves alone', async () => {
      const before = await standing();
      const { body } = ok(await curator.get(`/api/images/look-alikes/${await pairOf(kept, other)}`));
      const named = Object.fromEntries(
        body.pictures.map(({ id, albums }: { id: string; albums: { title: string }[] }) => [
          id,
          albums.map(({ title }) => title),
        ]),
      );
      expect(named).toEqual({ [kept.id]: ['Cả hai'], [other.id]: ['Bờ sông', 'Cả hai', 'Kho ảnh'] });
      const path = `/api/images/look-alikes/${await pairOf(kept, other)}/merge`;
      expect((await curator.post(path, { keep: kept.id, revision: 0 })).status).toBe(409);
      expect(await standing()).toEqual(before);
      expect([await toldOfAlbums(kept), await toldOfAlbums(other)]).toEqual([[], []]);
    });

    it('with place, cover, rights and facet, once each; undoing gives all of it back', async () => {
      const before = await standing();
      const [keptId, otherId, strangerId] = [await publicId(kept), await publicId(other), await publicId(stranger)];
      expect(await publicIds(stories.both)).toEqual([otherId, strangerId, keptId]);
      expect(await holder(kept)).toBeNull();
      ok(await mergeInto(kept, other));
      const [one, both, kin] = [[stranger.id, kept.id], [stranger.id, kept.id], [kept.id]];
      const dates = (name: string) => ({ updatedAt: before[name]?.updatedAt });
      expect(await standing()).toEqual({
        first: { members: one, cover: kept.id, ...dates('first') },
        both: { members: both, cover: kept.id, ...dates('both') },
        giving: { members: kin, cover: null, ...dates('giving') },
        hidden: { members: kin, cover: null, ...dates('hidden') },
        last: { members: [], cover: null, ...dates('last') },
      });
      expect(await albumsOf(kept)).toEqual(['Bờ sông', 'Cả hai', 'Kho ảnh']);
      expect(await albumsOf(kept, officer)).toContain('Ngăn kín');
      const told = ok(await curator.get(`/api/images/${kept.id}/rights`)).body;
      expect(told).toMatchObject({ closure: null, albums: ['Kho ảnh'], rights: { holder: 'Bảo tàng' } });
      const asked = `album=${stories.first.id}&locale=vi`;
      const { facets } = ok(await curator.get(`/api/images/archive/facets?${asked}`)).body;
      expect(facets.album).toContainEqual({ value: stories.giving.id, count: 1, label: 'Kho ảnh' });
      const { pictures } = ok(await curator.get(`/api/images/archive/pictures?${asked}`)).body;
      expect(pictures.map(({ id }: { id: string }) => id).toSorted()).toEqual(one.toSorted());
      // A form that was opened before still names the cover that was
      expect((await setCover(stories.first, other.id)).body.doc.cover).toMatchObject({ id: kept.id });

      await at().arrived();
      expect(await publicIds(stories.first)).toEqual([strangerId, keptId]);
      expect(await publicIds(stories.both)).toEqual([strangerId, keptId]);
      const { data } = (await at().read(`/v1/vi/albums/${stories.both.slug}`)).body;
      expect(data).toMatchObject({ count: 2, cover: { id: keptId } });
      expect(await holder(kept)).toBe('Bảo tàng');

      expect(await undo(kept, other)).toEqual([]);
      const after = await standing();
      expect(after).toEqual({ ...before, first: { ...before.first, updatedAt: after.first?.updatedAt } });
      expect(ok(await curator.get(`/api/images/${kept.id}/rights`)).body.rights.holder).toBeNull();
      await at().arrived();
      await at().arrived();
      expect(await publicIds(stories.both)).toEqual([await publicId(other), strangerId, keptId]);
      expect(await publicIds(stories.first)).toEqual([strangerId, await publicId(other)]);
      expect(await holder(kept)).toBeNull();
    });

    it('and the history of each tells it to those who may know of the albums', async () => {
      const came = ['Bờ sông', 'Kho ảnh'];
      expect(await toldOfAlbums(kept)).toEqual([
        ['part', 'taken', came],
        ['merge', 'put', came],
      ]);
      expect(await toldOfAlbums(other)).toEqual([
        ['part', 'put', ['Bờ sông', 'Cả hai', 'Kho ảnh']],
        ['merge', 'taken', ['Bờ sông', 'Cả hai', 'Kho ảnh']],
      ]);
      expect(await toldOfAlbums(kept, officer)).toContainEqual(['merge', 'put', [...came, 'Ngăn kín']]);
      const { body } = await curator.get(`/api/images/${kept.id}/history/csv`);
      expect([body.includes('Kho ảnh'), body.includes(stories.hidden.id)]).toEqual([true, false]);
    });

    it('and undoing takes nothing back of what somebody did with an album meanwhile', async () => {
      const before = await members();
      ok(await mergeInto(kept, other));
      await take(stories.first, kept);
      await put(stories.last, [stranger, kept]);
      ok(await curator.post(`/api/albums/${stories.giving.id}/members/remove`, { images: [kept.id] }));
      await put(stories.giving, [stranger, kept]);
      expect(await undo(kept, other)).toEqual(['albums']);
      const { giving, ...after } = await members();
      expect({ ...before, ...after }).toEqual({ ...before, first: [stranger.id], last: [stranger.id, kept.id] });
      // Taken out and put in again: it stays, and the other is there besides. What was once emptied has no places of before
      expect(giving?.toSorted()).toEqual([other.id, stranger.id, kept.id].toSorted());
      for (const image of [stranger, kept]) await take(stories.giving, image);
      await take(stories.last, kept);
      await put(stories.first, [other]);
    });

    it('also when the one that is behind is brought into an album: the kept one is meant', async () => {
      const before = await members();
      ok(await mergeInto(kept, other));
      await put(stories.last, [other]);
      expect((await members()).last).toEqual([stranger.id, kept.id]);
      expect(await undo(kept, other)).toEqual([]);
      expect(await members()).toEqual({ ...before, last: [stranger.id, kept.id] });
    });

    it.each([
      ['the first', true],
      ['the last', false],
    ])('when three become one, two by two, and are parted again from %s merger on', async (_, isFirst) => {
      const [large, middle, small] = (await bring(isFirst ? 23 : 24, 3, 'Ba ảnh')) as [Made, Made, Made];
      await put(stories.first, [middle]);
      await put(stories.both, [small]);
      await put(stories.both, [middle]);
      await put(stories.last, [small]);
      await put(stories.last, [large]);
      const before = await members();
      ok(await mergeInto(middle, small));
      ok(await mergeInto(large, middle));
      const now = await members();
      for (const name of ['first', 'both', 'last']) {
        expect(now[name]?.filter((id) => [large, middle, small].some((one) => one.id === id))).toEqual([large.id]);
      }
      const steps = [() => undo(middle, small), () => undo(large, middle)];
      for (const step of isFirst ? steps : steps.toReversed()) expect(await step()).toEqual([]);
      expect(await members()).toEqual(before);
    });
  });
};
