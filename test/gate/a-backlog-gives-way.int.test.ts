import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenGate } from '#editorial/gate/open-gate.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

/** More than the gate takes on at once. */
const many = 120;

describe.each(exhaustiveDatabases)('a backlog gives way, on %s', (database) => {
  let studio: Studio;
  let room: Newsroom;
  let house: Gatehouse;
  const ids: string[] = [];

  const importTexts = async (name: string, count = many): Promise<string[]> => {
    const made: string[] = [];
    for (let n = 1; n <= count; n += 1) made.push(await room.article({ titles: { vi: `${name} ${n}` } }));
    return made;
  };

  beforeAll(async () => {
    studio = await startStudio({ database });
    room = await openNewsroom(studio);
    house = await openGatehouse(studio);
    ids.push(...(await importTexts('Old')));
    await house.pass();
  }, 120_000);
  afterAll(() => studio?.close());

  /** Counts articles that the gate reads from the database while `work` goes on. */
  const readsDuring = async (work: () => Promise<unknown>): Promise<number> => {
    const { db } = studio.payload;
    const find = db.find;
    let reads = 0;
    db.find = async (args) => {
      const found = await find.call(db, args);
      if (args.collection === 'articles') reads += found.docs.length;
      return found as never;
    };
    await work().finally(() => {
      db.find = find;
    });
    return reads;
  };

  const roundsOf = async (gate: OpenGate, each: (round: () => Promise<boolean>) => Promise<unknown>) => {
    for (let more = true; more; ) {
      await each(async () => {
        more = await gate.round();
        return more;
      });
    }
  };

  it('and no round of a comparison reads the whole archive, so that whatever is urgent comes next', async () => {
    await using gate = await house.open();
    gate.beginReconciliation();
    const reads: number[] = [];
    await roundsOf(gate, async (round) => reads.push(await readsDuring(round)));
    expect(Math.max(...reads)).toBeLessThan(many);
    expect(reads.reduce((all, one) => all + one, 0)).toBeGreaterThanOrEqual(2 * many);
  });

  it('to a withdrawal in the midst of a comparison', async () => {
    await using gate = await house.open();
    gate.beginReconciliation();
    for (let round = 0; round < 4; round += 1) await gate.round();
    await room.mark('articles', ids[0] ?? '', 'restricted');
    await room.hint('articles', ids[0] ?? '');
    await gate.round();
    expect(gate.isComparing()).toBe(true);
    expect((await house.history()).at(-1)).toBe('withdraw article');
    await gate.settle();
  });

  it('to a withdrawal of which the gate is told after a large import', async () => {
    await using gate = await house.open();
    await gate.settle();
    const before = (await house.history()).length;
    for (const id of await importTexts('New')) await room.hint('articles', id);
    await room.mark('articles', ids[1] ?? '', 'restricted');
    await room.hint('articles', ids[1] ?? '');
    await gate.settle();
    const since = (await house.history()).slice(before);
    expect(since).toHaveLength(many + 1);
    expect(since[0]).toBe('withdraw article');
  });

  it('to a withdrawal of which it is told after everything public was changed', async () => {
    const [gone = '', ...rest] = ids.slice(2);
    await using gate = await house.open();
    await gate.settle();
    const before = (await house.history()).length;
    for (const id of [...rest, gone]) {
      await room.write('articles', id, { summary: { vi: 'Changed' } });
      await room.hint('articles', id);
    }
    await room.mark('articles', gone, 'restricted');
    await gate.settle();
    const since = (await house.history()).slice(before);
    expect(since).toHaveLength(rest.length + 1);
    expect(since[0]).toBe('withdraw article');
  });

  it('and tells how far it is until nothing is left', async () => {
    await using gate = await house.open();
    expect(gate.status().comparing).toBeNull();
    gate.beginReconciliation();
    const told: { done: number; total: number }[] = [];
    await roundsOf(gate, async (round) => {
      await round();
      const { comparing } = gate.status();
      if (comparing) told.push(comparing);
    });
    expect(told.at(-1)).toEqual({ done: 2 * many, total: 2 * many });
    const done = told.map((progress) => progress.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(new Set(done).size).toBeGreaterThan(4);
    expect(gate.status()).toMatchObject({ comparing: null, waiting: 0 });
  });
});
