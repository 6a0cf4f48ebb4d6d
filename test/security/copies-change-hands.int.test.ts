import { randomUUID } from 'node:crypto';
import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Copy, changeCopy, enterCopy, readCopy } from '#editorial/copies/copies.ts';
import { databases, type Studio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { openCopying } from './support/copies.ts';
import { type Office, openOffice } from './support/lowering.ts';

describe.each(databases)('copies of which several people do something at once, on %s', (database) => {
  let office: Office;
  let studio: Studio;
  beforeAll(async () => {
    office = await openOffice(database);
    studio = office.studio;
  });
  afterAll(() => studio?.close());

  const entered = (): Promise<Copy> =>
    enterCopy(studio, {
      ...{ permission: randomUUID(), nth: 1, total: 1, subjectType: 'articles', subjectId: randomUUID() },
      ...{ locale: 'vi', form: 'print', seal: 'restricted|', term: null, recipient: 'Lan', purpose: 'Họp' },
      ...{ madeBy: 'maker', madeName: 'Lan', madeAt: new Date().toISOString() },
      ...{ holder: 'maker', holderName: 'Lan', place: null },
    });
  const change = async (copy: Copy, data: Record<string, string | null>) =>
    changeCopy(await createLocalReq({}, studio.payload), copy, data);

  it('R46: what is raised while it is read goes out under no marking that it had before', async () => {
    const { ask, grant, make, register } = openCopying(office);
    const one = await office.write('Cầu cảng');
    await office.raise(one);
    const { permission } = (await ask(one)).body;
    await grant(one, permission);
    const { payload } = studio;
    const { findByID } = payload;
    const raised = async (args: Parameters<typeof findByID>[0]) => {
      if (args.collection !== 'articles') return findByID.call(payload, args);
      payload.findByID = findByID;
      expect((await office.raise(one, { compartments: ['harbour'] })).status).toBe(200);
      return findByID.call(payload, args);
    };
    payload.findByID = raised as typeof findByID;
    const made = await make(one, permission);
    payload.findByID = findByID;
    expect(made.body.code).toBe('copy-changed');
    expect((await register(office.people.officer, `?document=${one.id}`)).copies).toEqual([]);
  });

  it('R52: stay with the name of whoever permitted them, also where the rest of the permission is taken back', async () => {
    const { post, permitted, make } = openCopying(office);
    const { editor, second } = office.people;
    const one = await office.write('Kho xăng');
    await office.raise(one);
    const permission = await permitted(one);
    expect((await make(one, permission)).status).toBe(200);
    expect((await post(one, 'withdraw-copy', editor, { permission })).status).toBe(200);
    expect((await make(one, permission)).body.code).toBe('copy-not-granted');
    const where = { id: { equals: permission } };
    const row = await studio.payload.db.findOne({ collection: 'copy-permissions', where });
    expect(row).toMatchObject({ state: 'withdrawn', decidedBy: second.id, decidedName: 'Minh' });
  });

  it('R52: bear no number again that an older database does not know of', async () => {
    const copy = await entered();
    await studio.payload.db.deleteOne({ collection: 'copies', where: { id: { equals: String(copy.number) } } });
    expect((await entered()).number).toBeGreaterThan(copy.number);
  });

  it('R55: the register and the desk show no title above internal without a line of whoever read it', async () => {
    const { people, linesOf } = office;
    const { ask, grant, make } = openCopying(office);
    const other = await office.write('Kho muối');
    await office.raise(other);
    const { permission } = (await ask(other)).body;
    const reader = (who: Person) =>
      linesOf(other).then((all) => all.filter((line) => line.join() === `read,${who.id}`));
    expect(JSON.stringify((await people.publisher.get('/api/desk')).body)).not.toContain('Kho muối');
    expect(JSON.stringify((await people.second.get('/api/desk')).body)).toContain('Kho muối');
    expect(await reader(people.second)).toHaveLength(1);
    await grant(other, permission);
    await make(other, permission);
    const third = await office.studio.person('security-officer', { clearance: 'restricted' });
    expect(JSON.stringify((await third.get('/api/copy-register')).body)).toContain('Kho muối');
    expect(await reader(third)).toHaveLength(1);
  });

  it('are given to one of two to whom it is handed on at the same moment', async () => {
    const seen = await entered();
    expect(await change(seen, { holder: 'one', place: 'Tủ 1' })).toBe(true);
    expect(await change(seen, { holder: 'other', place: 'Tủ 2' })).toBe(false);
    expect(await readCopy(studio, seen.number)).toMatchObject({ holder: 'one', place: 'Tủ 1' });
  });

  it('R52: take no confirmation of a report that has been taken back meanwhile for one of the next report', async () => {
    const copy = await entered();
    await change(copy, { state: 'returned', holder: null });
    const back = (await readCopy(studio, copy.number)) as Copy;
    await change(back, { state: 'destroying', destroyedBy: 'one' });
    const seen = (await readCopy(studio, copy.number)) as Copy;
    expect(await change(seen, { state: 'returned', destroyedBy: null })).toBe(true);
    const again = (await readCopy(studio, copy.number)) as Copy;
    expect(await change(again, { state: 'destroying', destroyedBy: 'other' })).toBe(true);
    expect(await change(seen, { state: 'destroyed', confirmedBy: 'other' })).toBe(false);
    const waiting = (await readCopy(studio, copy.number)) as Copy;
    expect(await change(waiting, { state: 'destroyed', confirmedBy: 'third' })).toBe(true);
  });
});
