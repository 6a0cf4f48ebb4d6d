import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Where } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillBag } from '#editorial/archive/bag/fill-bag.ts';
import { addPicture, answerOf, json, mark, pictureIn, run } from '../archive/support/bagging.ts';
import { isCopyLine, orderOf, watchRows } from '../archive/support/filling.ts';
import { openPermitting, startPermitting } from '../archive/support/permitting.ts';
import { databasesInTurn, type Studio } from '../support/studio.ts';

const open = { level: 'public', compartments: [] } as const;
const restricted = { level: 'restricted', compartments: [] } as const;
const harbour = { level: 'internal', compartments: ['harbour'] } as const;
const high = ['--up-to', 'restricted', '--compartment', 'harbour'];

interface Told {
  readonly bag: string | null;
  readonly pictures: number;
  readonly copies: number[];
  readonly error: { readonly code: string; readonly values: { readonly pictures: number; readonly ids: string } };
}

describe.each(databasesInTurn)('what is counted comes into a bag under permissions alone, on %s', (database) => {
  let studio: Studio;
  let permitting: Awaited<ReturnType<typeof openPermitting>>;
  let count = 0;
  beforeAll(async () => {
    ({ studio, permitting } = await startPermitting(database));
  });
  afterAll(() => studio?.close());

  const add = (title: string, marking: Parameters<typeof mark>[2]) =>
    addPicture(studio, { words: { vi: { title, alt: title } }, marking });
  const place = () => join(studio.folder, `bag-${++count}`);
  const bag = async (id: string, out = place(), as: readonly string[] = permitting.as) => {
    const ended = await run(studio, 'bag', id === 'all' ? id : `id:${id}`, '--out', out, ...high, ...as, '--json');
    return { out, status: ended.status, told: answerOf<Told>(ended) };
  };
  const lines = async (where: Where) => {
    const asked = { collection: 'audit', where, sort: 'at', pagination: false, limit: 0 } as const;
    return (await studio.payload.db.find<Record<string, string | null> & { id: string }>(asked)).docs;
  };
  const usedOf = async (permission = '') => {
    const where: Where = { id: { equals: permission } };
    return (await studio.payload.db.findOne<{ made: number; id: string }>({ collection: 'copy-permissions', where }))
      ?.made;
  };
  const nothingAt = async (out: string) => {
    for (const path of [out, `${out}.part`]) await expect(stat(path)).rejects.toThrow();
  };

  it('R52: refuses as a whole what one picture has no permission for, before anything is written or used', async () => {
    await add('Mở', open);
    const [first, second] = [await add('Kín', restricted), await add('Cảng', harbour)];
    const [permission] = await permitting.permit([first]);
    const before = (await lines({ action: { in: ['export', 'copy'] } })).length;
    const nobody = await bag('all', undefined, []);
    expect([nobody.status, nobody.told.error.code]).toEqual([1, 'bag-needs-permissions']);
    expect(nobody.told.error.values.pictures).toBe(2);
    for (const id of [first, second]) expect(nobody.told.error.values.ids).toContain(id);
    const lacking = await bag('all');
    expect([lacking.status, lacking.told.error]).toEqual([
      1,
      expect.objectContaining({ code: 'bag-needs-permissions', values: { pictures: 1, ids: second } }),
    ]);
    const unknown = await bag('all', undefined, ['--as', 'nobody@studio.test']);
    expect(unknown.told.error.code).toBe('user-unknown');
    for (const { out } of [nobody, lacking, unknown]) await nothingAt(out);
    expect((await lines({ action: { in: ['export', 'copy'] } })).length).toBe(before);
    expect([await usedOf(permission), await permitting.register()]).toEqual([0, []]);
  });

  it('R52: takes it in numbered, with a line of the log and of the register, as its record says', async () => {
    const id = await add('Bến kín', restricted);
    const [permission] = await permitting.permit([id], { copies: 2 });
    const { out, status, told } = await bag(id);
    expect([status, told.bag, told.pictures]).toEqual([0, out, 1]);
    const [number = 0] = told.copies;
    const [line] = await permitting.register(`?document=${id}`);
    expect(line).toMatchObject({
      ...{ number, nth: 1, total: 2, form: 'bag', place: out, level: 'restricted', state: 'out' },
      ...{ holderName: 'Bình', recipient: 'Lưu trữ Thành phố', made: { name: 'Bình' } },
    });
    const record = await json(join(pictureIn(out, id), 'record.json'));
    expect(record).toMatchObject({
      copy: {
        ...{ number, nth: 1, total: 2, level: 'restricted', compartments: [], term: null },
        ...{ madeAt: line.made.at, recipient: 'Lưu trữ Thành phố' },
      },
    });
    expect(await usedOf(permission)).toBe(1);
    const written = await lines({ and: [{ documentId: { equals: id } }, { action: { in: ['export', 'copy'] } }] });
    expect(written.map(({ action }) => action)).toEqual(['export', 'copy']);
    expect(written[1]).toMatchObject({
      ...{ actor: permitting.asker.id, about: `permission=${permission}`, seal: 'restricted|' },
      who: expect.stringMatching(/^command line, /),
    });
    expect(await readFile(join(out, 'bag-info.txt'), 'utf8')).toContain('\nMarking: restricted\n');
    const checked = answerOf(await run(studio, 'unbag', out, '--check-only', '--json'));
    expect(checked).toMatchObject({ valid: true, ours: true, faults: [] });
    const csv = String((await permitting.officer.get(`/api/copy-register/csv?document=${id}`)).body);
    expect([csv.includes('Bag'), csv.includes(out)]).toEqual([true, true]);
    const handed = { permission, form: 'bag' };
    const door = await permitting.asker.post(`/api/markings/${await permitting.markingOf(id)}/make-copy`, handed);
    expect([door.status, await usedOf(permission)]).toEqual([400, 1]);
  });

  it('R52: no permission serves twice, for another marking, or for somebody who is cleared for less or shut out by now', async () => {
    const [id, raised] = [await add('Một lần', restricted), await add('Đổi mức', restricted)];
    await permitting.permit([id]);
    expect((await bag(id)).status).toBe(0);
    expect((await bag(id)).told.error.values).toEqual({ pictures: 1, ids: id });
    await permitting.permit([raised]);
    await mark(studio, raised, { level: 'restricted', compartments: ['harbour'] });
    const changed = await bag(raised);
    expect(changed.told.error.values).toEqual({ pictures: 1, ids: raised });
    await nothingAt(changed.out);
    const again = await openPermitting(studio);
    await again.permit([id]);
    const as = (data: object) =>
      studio.payload.update({ collection: 'users', id: again.asker.id, data: data as never, overrideAccess: true });
    await as({ clearance: 'internal' });
    const less = await bag(id, undefined, again.as);
    expect(less.told.error.code).toBe('bag-needs-permissions');
    await as({ disabled: true });
    const out = await bag(id, undefined, again.as);
    expect(out.told.error.code).toBe('user-unknown');
    for (const one of [less, out]) await nothingAt(one.out);
    const [line, ...more] = await permitting.register(`?document=${id}`);
    expect([line.nth, more]).toEqual([1, []]);
  });

  it('R43: where the log cannot take the line of a copy, nothing of the picture is written', async () => {
    const id = await add('Không ghi được', restricted);
    const [permission] = await permitting.permit([id]);
    const out = place();
    const order = await orderOf(studio, { out, as: permitting.asker.email, ids: [id] });
    {
      using _ = watchRows(studio, (row) => {
        if (isCopyLine(row)) throw new Error('disk full');
      });
      await expect(fillBag(order)).rejects.toThrow('disk full');
    }
    await expect(stat(join(pictureIn(`${out}.part`, id), 'record.json'))).rejects.toThrow();
    expect([await usedOf(permission), await permitting.register(`?document=${id}`)]).toEqual([0, []]);
    expect((await bag(id, out)).status).toBe(0);
  });
});
