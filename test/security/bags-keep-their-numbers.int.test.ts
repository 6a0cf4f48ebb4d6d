import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Where } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillBag } from '#editorial/archive/bag/fill-bag.ts';
import { addPicture, json, mark, pictureIn, run } from '../archive/support/bagging.ts';
import { isCopyLine, orderOf, watchRows } from '../archive/support/filling.ts';
import { type openPermitting, startPermitting } from '../archive/support/permitting.ts';
import { databasesInTurn, type Studio } from '../support/studio.ts';

const open = { level: 'public', compartments: [] } as const;
const restricted = { level: 'restricted', compartments: [] } as const;
const harbour = { level: 'restricted', compartments: ['harbour'] } as const;

interface Numbered {
  readonly copy?: { readonly number: number };
}

describe.each(databasesInTurn)('a bag of what is counted that is not undisturbed, on %s', (database) => {
  let studio: Studio;
  let permitting: Awaited<ReturnType<typeof openPermitting>>;
  let count = 0;
  beforeAll(async () => {
    ({ studio, permitting } = await startPermitting(database));
  });
  afterAll(() => studio?.close());

  const place = () => join(studio.folder, `bag-${++count}`);
  const add = async (...markings: Parameters<typeof mark>[2][]): Promise<string[]> => {
    const ids: string[] = [];
    for (const marking of markings) ids.push(await addPicture(studio, { words: { vi: { title: 'Ảnh' } }, marking }));
    return ids;
  };
  const fill = async (out: string, ids: readonly string[], signal?: AbortSignal) =>
    fillBag(await orderOf(studio, { out, ids, as: permitting.asker.email, ...(signal && { signal }) }));
  const again = async (out: string, id: string) => {
    const args = ['--up-to', 'restricted', '--compartment', 'harbour', ...permitting.as];
    return run(studio, 'bag', `id:${id}`, '--out', out, ...args);
  };
  const numberIn = async (bag: string, id: string): Promise<number | undefined> =>
    (await json<Numbered>(join(pictureIn(bag, id), 'record.json'))).copy?.number;
  const madeOf = async (permission = '') => {
    const where: Where = { id: { equals: permission } };
    return (await studio.payload.db.findOne<{ made: number; id: string }>({ collection: 'copy-permissions', where }))
      ?.made;
  };

  /** Stops as soon as the copy of a picture is entered, before its master is read. @returns the number that lies there */
  const stopped = async (out: string, id: string): Promise<number> => {
    const stop = new AbortController();
    using _ = watchRows(studio, ({ collection }, when) => {
      if (collection === 'copies' && when === 'after') stop.abort(new Error('stopped'));
    });
    await expect(fill(out, [id], stop.signal)).rejects.toThrow('stopped');
    await expect(stat(join(pictureIn(`${out}.part`, id), 'master.jpg'))).rejects.toThrow();
    return (await numberIn(`${out}.part`, id)) ?? 0;
  };

  it('R52: stopped before the bytes it goes on under the number that lies there, and uses no second copy', async () => {
    const [id = ''] = await add(restricted);
    const [permission] = await permitting.permit([id]);
    const out = place();
    const number = await stopped(out, id);
    const ended = await again(out, id);
    expect([ended.status, ended.stderr, await numberIn(out, id)]).toEqual([0, '', number]);
    expect(await madeOf(permission)).toBe(1);
    expect(await permitting.register(`?document=${id}`)).toMatchObject([{ number, nth: 1, place: out }]);
  });

  it('R52: a number counts for nothing where the register says anything else of it', async () => {
    const [id = ''] = await add(restricted);
    await permitting.permit([id]);
    const out = place();
    const number = await stopped(out, id);
    const moved = await permitting.officer.post(`/api/copy-register/${number}/move-copy`, { place: 'Tủ 3' });
    expect(moved.status, JSON.stringify(moved.body)).toBe(200);
    expect((await again(out, id)).stderr).toMatch(/^bag-needs-permissions: /);
    await permitting.permit([id]);
    expect((await again(out, id)).status).toBe(0);
    expect(await numberIn(out, id)).toBeGreaterThan(number);
  });

  it('R52: killed after the register and before the record a use is lost, and no number is given twice', async () => {
    const [id = ''] = await add(restricted);
    const [permission] = await permitting.permit([id], { copies: 2 });
    const out = place();
    const order = await orderOf(studio, { out, ids: [id], as: permitting.asker.email });
    const derivedOf = () => {
      throw new Error('killed');
    };
    await expect(fillBag({ ...order, derivedOf })).rejects.toThrow('killed');
    expect((await again(out, id)).status).toBe(0);
    const copies: { number: number; nth: number }[] = await permitting.register(`?document=${id}`);
    expect(copies.map(({ nth }) => nth)).toEqual([2, 1]);
    expect([await numberIn(out, id), await madeOf(permission)]).toEqual([copies[0]?.number, 2]);
  });

  it('R52: what becomes counted, or is marked otherwise, while the bag is written comes out of it again', async () => {
    const counted = await add(restricted, restricted, restricted);
    const [one = '', two = ''] = await add(open, open);
    await permitting.permit(counted);
    const out = place();
    const entered: string[] = [];
    const filled = await (async () => {
      using _ = watchRows(studio, async (row, when) => {
        if (when === 'before' || !isCopyLine(row) || entered.push(String(row.data.documentId)) !== 2) return;
        // The first is written, the second is about to be, the third is read and waits
        const third = counted.find((id) => !entered.includes(id)) ?? '';
        await mark(studio, entered[0] ?? '', harbour);
        await mark(studio, third, { level: 'restricted', compartments: ['metro'] });
        await mark(studio, one, restricted);
      });
      return await fill(out, [...counted, one, two]);
    })();
    const [first = '', second = ''] = entered;
    expect([filled.pictures, entered.length]).toEqual([2, 2]);
    const numbers = await Promise.all([first, second].map((id) => permitting.register(`?document=${id}`)));
    expect([filled.out, filled.copies]).toEqual(numbers.map(([line]) => [line.number]));
    for (const id of [...counted, one].filter((id) => id !== second))
      await expect(stat(pictureIn(out, id))).rejects.toThrow();
    expect([await numberIn(out, second), await numberIn(out, two)]).toEqual([filled.copies[0], undefined]);
  });
});
