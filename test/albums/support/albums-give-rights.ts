import { expect, it } from 'vitest';
import { change } from '../../support/change.ts';
import type { Studio } from '../../support/studio.ts';
import type { Gallery } from './gallery.ts';

const by = 'http://creativecommons.org/licenses/by/4.0/';
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const bare = { rights: null, credit: null };

/** What pictures take from their albums, from the studio to the public. Both are asked for once they are open. */
export const albumsGiveRights = (at: () => Gallery, studio: () => Studio): void => {
  const record = async (name: string, fields: object): Promise<string> => {
    const made = await at().curator.post('/api/rights?locale=vi&depth=0', { name, ...fields });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id;
  };
  const set = async (collection: string, id: string, data: object): Promise<void> => {
    const done = await change(at().curator, `/api/${collection}/${id}?locale=vi`, data);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  };
  const take = (album: string, ...images: string[]) =>
    at().curator.post(`/api/albums/${album}/members/remove`, { images });
  const bareOf = async (title: string): Promise<string> => {
    const id = await at().picture(title);
    await at().room.write('images', id, bare);
    await at().room.hint('images', id);
    return id;
  };
  /** Status, credit and number of sources of a picture of the public API; hints alone bring it there. */
  const seen = async (slug: string) => {
    await at().settle();
    const response = await at().node.get(`/v1/vi/images/${slug}`);
    return response.status === 200 ? (await response.json()).data.credit : response.status;
  };
  const told = async (id: string, who = at().curator) => (await who.get(`/api/images/${id}/rights`)).body;

  it('pictures take the rights of their album, and of the nearest above it, as soon as one names a record', async () => {
    const { album, put } = at();
    const [one, other] = [
      await record('Một', { rights: by, credit: 'Một' }),
      await record('Hai', { rights: by, credit: 'Hai' }),
    ];
    const above = await album('Quyen tren');
    const below = await album('Quyen duoi', { within: above });
    const id = await bareOf('Bare');
    expect(await seen('bare')).toBe(404);
    await put(below, id);
    expect(await seen('bare')).toBe(404);
    await set('albums', above, { rightsRecord: one });
    expect(await seen('bare')).toBe('Một');
    expect(await told(id)).toMatchObject({
      closure: null,
      albums: ['Quyen tren'],
      rights: { credit: 'Một', rights: by },
    });
    await set('albums', below, { rightsRecord: other });
    expect(await seen('bare')).toBe('Hai');
    await set('albums', below, { rightsRecord: null, within: null });
    expect(await seen('bare')).toBe(410);
    await set('albums', below, { within: above });
    expect(await seen('bare')).toBe('Một');
    await set('rights', one, { credit: 'Mới' });
    expect(await seen('bare')).toBe('Mới');
    await set('images', id, { credit: 'Riêng' });
    expect(await seen('bare')).toBe('Riêng');
    await set('rights', one, { validUntil: inMs(-1000) });
    expect([await seen('bare'), (await told(id)).closure]).toEqual([410, 'rights-expired']);
    await set('rights', one, { validUntil: null });
    expect(await seen('bare')).toBe('Riêng');
    await take(below, id);
    expect([await seen('bare'), (await told(id)).closure]).toEqual([410, 'rights-missing']);
  });

  it('albums that contradict each other close a picture, and the studio names both', async () => {
    const { album, put } = at();
    const free = await record('Tự do', { rights: by, credit: 'C' });
    const later = await record('Chờ', { rights: by, credit: 'C', embargo: inMs(3_600_000) });
    const [one, other] = [await album('Mau thuan A', { rightsRecord: free }), await album('Mau thuan B')];
    const id = await bareOf('Torn');
    await put(one, id);
    await put(other, id);
    expect(await seen('torn')).toBe('C');
    await set('albums', other, { rightsRecord: later });
    expect(await seen('torn')).toBe(410);
    const answer = { closure: 'rights-contradict', albums: [], contradicting: ['Mau thuan A', 'Mau thuan B'] };
    expect(await told(id)).toMatchObject(answer);
    expect(at().house.log.join('')).toContain('"reasons":[{"code":"rights-contradict"}]');
    // Nobody hears of an album that they may not know of, and from one that is marked higher nothing is taken
    await at().room.mark('albums', other, 'restricted');
    await at().room.hint('album-defaults', other);
    expect(await seen('torn')).toBe('C');
    expect(await told(id)).toMatchObject({ closure: null, contradicting: [] });
    await at().room.mark('albums', other, 'internal');
    await at().room.hint('album-defaults', other);
    expect(await seen('torn')).toBe(410);
    await take(other, id);
    expect(await seen('torn')).toBe('C');
  });

  it('an album that is raised gives nothing any more, by the raise alone', async () => {
    const { album, put, second } = at();
    const rightsRecord = await record('Nâng', { rights: by, credit: 'C' });
    const id = await bareOf('Raised');
    const giving = await album('Nang cap', { rightsRecord });
    await put(giving, id);
    expect(await seen('raised')).toBe('C');
    const marking = String((await at().room.read('albums', giving)).marking);
    const officer = await studio().person('security-officer');
    const raised = await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'Test' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    expect(await seen('raised')).toBe(410);
    expect(await told(id, second)).toMatchObject({ closure: 'rights-missing', albums: [] });
  });

  it('what pictures take their rights from cannot be deleted', async () => {
    const { album, put, curator } = at();
    const rightsRecord = await record('Giữ', { rights: by, credit: 'C' });
    const above = await album('Giu tren', { rightsRecord });
    const below = await album('Giu duoi', { within: above });
    await put(below, await bareOf('Kept'));
    const refusal = async (path: string) => {
      const { status, body } = await curator.delete(path);
      return [status, body.code];
    };
    expect(await refusal(`/api/rights/${rightsRecord}`)).toEqual([409, 'rights-in-albums']);
    expect(await refusal(`/api/albums/${above}`)).toEqual([409, 'album-gives-rights']);
    expect(await refusal(`/api/albums/${below}`)).toEqual([409, 'album-gives-rights']);
    await set('albums', above, { rightsRecord: null });
    expect((await curator.delete(`/api/albums/${below}`)).status).toBe(200);
    expect((await curator.delete(`/api/rights/${rightsRecord}`)).status).toBe(200);
    expect((await curator.delete(`/api/albums/${above}`)).status).toBe(200);
  });
};
