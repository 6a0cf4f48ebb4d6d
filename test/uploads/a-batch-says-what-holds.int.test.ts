import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mark } from '../archive/support/bagging.ts';
import { hashOf } from '../archive/support/ingesting.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { noise } from './support/noise.ts';
import { beginBatch, sendWhole } from './support/tus.ts';

describe.each(databases)('pictures of one batch, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator');
  });
  afterAll(() => studio?.close());

  const images = async (sha256: string) => {
    const where = { 'master.sha256': { equals: sha256 } };
    return (await studio.payload.find({ collection: 'images', where, depth: 1 })).docs;
  };

  test('what holds for the whole batch is looked at before a byte comes, and holds for every picture', async () => {
    const { payload } = studio;
    const make = async (collection: 'albums' | 'rights' | 'agencies', data: object): Promise<string> =>
      String((await payload.create({ collection, locale: 'vi', data: data as never })).id);
    const [album, closed] = [await make('albums', { title: 'Đợt mới' }), await make('albums', { title: 'Kín' })];
    await mark(studio, closed, { level: 'restricted', compartments: [] }, null, 'albums');
    const [rightsRecord, agency] = [await make('rights', { name: 'Hãng' }), await make('agencies', { name: 'Sở' })];
    const cleared = await studio.person('curator', { clearance: 'restricted' });
    const ask = async (who: Person, defaults: object) => (await who.post('/api/images/batches', defaults)).body;
    const invalid = (field: string) => ({ code: 'field-invalid', errors: [{ path: field }] });
    expect(await ask(curator, { album: closed })).toMatchObject(invalid('album'));
    expect(await ask(curator, { album: 'nothing' })).toMatchObject(invalid('album'));
    expect(await ask(curator, { level: 'restricted' })).toMatchObject(invalid('marking'));
    expect(await ask(curator, { level: 'unreviewed' })).toMatchObject(invalid('marking'));
    expect(await ask(cleared, { level: 'mat' })).toMatchObject({ code: 'field-invalid' });
    expect(await ask(curator, { rightsRecord: 'nothing' })).toMatchObject(invalid('rightsRecord'));

    const whole = await beginBatch(cleared, { locale: 'vi', album, rightsRecord, agency, level: 'restricted' });
    const [first, second] = [await noise(), await noise()];
    for (const [name, bytes] of [
      ['1.jpg', first],
      ['2.jpg', second],
      ['3.jpg', first],
    ] as const)
      await sendWhole(cleared, whole, name, bytes);
    const [one] = await images(hashOf(first));
    expect(one).toMatchObject({
      ...{ rightsRecord: { id: rightsRecord }, agency: { id: agency }, marking: { level: 'restricted' } },
    });
    const members = async (who: Person) => (await who.get(`/api/albums/${album}/members`)).body.members.length;
    expect([await members(cleared), await members(curator)]).toEqual([2, 0]);

    // A picture that the archive has goes into the album too
    const known = await noise();
    await sendWhole(curator, await beginBatch(curator, { locale: 'vi' }), 'known.jpg', known);
    const again = await beginBatch(curator, { locale: 'vi', album });
    await sendWhole(curator, again, 'known.jpg', known);
    expect(await members(curator)).toBe(1);
    // Of one that is above their clearance nothing is told: what they bring becomes a picture of its own
    await sendWhole(curator, await beginBatch(curator, { locale: 'vi', album }), 'secret.jpg', first);
    expect([await members(cleared), await members(curator)]).toEqual([4, 2]);
    await mark(studio, album, { level: 'restricted', compartments: [] }, null, 'albums');
    const late = await noise();
    const sent = await sendWhole(curator, again, 'late.jpg', late);
    expect(sent.fates[0]).toMatchObject({ outcome: 'refused', code: 'field-invalid' });
    expect(await images(hashOf(late))).toEqual([]);
  });
});
