import { randomUUID } from 'node:crypto';
import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Copy, changeCopy, enterCopy, readCopy } from '#editorial/copies/copies.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';

describe.each(databases)('lines of the copy register that several people change at once, on %s', (database) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database });
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

  it('give a copy to one of two to whom it is handed on at the same moment', async () => {
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
