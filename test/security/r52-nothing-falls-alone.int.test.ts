import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Marking, readSeal } from '#access/level.ts';
import { isLower, takesTwo } from '#editorial/workflow/lowering/lowering-law.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { forgeriesOf } from './support/forgeries.ts';
import { type Marked, type Office, openOffice } from './support/lowering.ts';

describe.each(databasesInTurn)('R52 nothing falls without two people, on %s', (database) => {
  let office: Office;
  let open: Marked;
  beforeAll(async () => {
    office = await openOffice(database);
    open = await office.write('Mở');
  });
  afterAll(() => office?.studio.close());

  const markingOf = async (one: Marked): Promise<Marking> => {
    const marking = readSeal(await office.sealOf(one));
    if (!marking) throw new Error('no marking');
    return marking;
  };

  it.each(['articles', 'images'] as const)('by no other way than the agreement, of %s', async (collection) => {
    const one = collection === 'articles' ? await office.write('Kín') : await office.photograph('Kín');
    await office.raise(one, { compartments: ['harbour'] });
    await office.ask(one);
    for (const [what, attempt] of forgeriesOf(office, one, open)) {
      await attempt().catch(() => null);
      expect(await office.sealOf(one), what).toBe('restricted|harbour');
      const { docs } = await office.studio.payload.db.find({ collection, where: { id: { equals: one.id } } });
      expect((docs as unknown as Marked[])[0]?.marking, what).toBe(one.marking);
    }
    const where = { id: { equals: (await office.requests(one))[0]?.id } };
    const { docs } = await office.studio.payload.db.find({ collection: 'lowerings', where });
    expect(docs).toMatchObject([{ state: 'asked' }]);
  });

  it('R6 R51: nor by copying: a copy is as high as what it is a copy of, in the same compartments', async () => {
    const one = await office.write('Gốc');
    await office.raise(one, { compartments: ['harbour'] });
    const { studio, people } = office;
    const cleared = await studio.person('editor', { clearance: 'restricted', compartments: ['harbour'] });
    const copy = await cleared.post(`/api/articles/${one.id}/duplicate?locale=vi&depth=0`);
    expect(copy.status, JSON.stringify(copy.body)).toBe(200);
    expect(await office.sealOf(copy.body.doc)).toBe('restricted|harbour');
    expect((await people.uncleared.get(`/api/articles/${copy.body.doc.id}`)).status).toBe(404);
  });

  it('an agreement is good once, for one marking and one fall', async () => {
    const one = await office.write('Một lần');
    await office.raise(one);
    await office.ask(one);
    expect((await office.agree(one, office.people.second)).status).toBe(200);
    await office.raise(one);
    const [done] = await office.requests(one);
    const write = (data: object) =>
      office.studio.payload.update({
        ...{ collection: 'markings', id: one.marking, data: data as never, context: { loweringAgreed: done?.id } },
      });
    await expect(write({ level: 'internal' })).rejects.toMatchObject({ code: 'level-lowering' });
    await office.studio.payload.db.updateOne({
      collection: 'lowerings',
      id: String(done?.id),
      data: { state: 'agreed' },
    });
    await expect(write({ level: 'public' })).rejects.toMatchObject({ code: 'level-lowering' });
    const own = { decidedBy: done?.askedBy };
    await office.studio.payload.db.updateOne({ collection: 'lowerings', id: String(done?.id), data: own });
    await expect(write({ level: 'internal' })).rejects.toMatchObject({ code: 'level-lowering' });
    expect(await office.sealOf(one)).toBe('restricted|');
  });

  const somebody = fc.constantFrom('officer', 'second', 'publisher', 'editor', 'curator', 'uncleared');
  const level = fc.constantFrom('internal', 'restricted');
  const compartments = fc.subarray(['harbour', 'metro']);
  const step = fc.oneof(
    fc.record({ act: fc.constant('raise' as const), who: somebody, level, compartments }),
    fc.record({ act: fc.constant('ask' as const), who: somebody, level, compartments }),
    fc.record({ act: fc.constant('agree' as const), who: somebody }),
    fc.record({ act: fc.constantFrom('refuse' as const, 'take-back' as const), who: somebody }),
    fc.record({ act: fc.constantFrom('edit' as const, 'lapse' as const) }),
    fc.record({ act: fc.constant('clear' as const), who: somebody, clearance: level }),
    fc.record({ act: fc.constant('forge' as const), which: fc.nat(100) }),
  );
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  const personOf = (name: string): Person => office.people[name as keyof Office['people']];

  const take = async (one: Marked, taken: Step): Promise<void> => {
    if (taken.act === 'raise') await office.raise(one, taken, personOf(taken.who));
    else if (taken.act === 'ask')
      await office.ask(one, { level: taken.level, compartments: taken.compartments }, personOf(taken.who));
    else if (taken.act === 'agree') await office.agree(one, personOf(taken.who));
    else if (taken.act === 'refuse' || taken.act === 'take-back')
      await office.answer(one, taken.act, personOf(taken.who));
    else if (taken.act === 'edit') await office.edit(one, `Sửa ${Date.now()}`);
    else if (taken.act === 'lapse') await office.lapse(one);
    else if (taken.act === 'clear') await office.clear(personOf(taken.who), taken.clearance as 'internal');
    else if (taken.act === 'forge') {
      const all = forgeriesOf(office, one, open);
      await all[taken.which % all.length]?.[1]().catch(() => null);
    }
  };

  /** A fall is the agreement of somebody else than who asked, of exactly this, and the log says so. */
  const explain = async (one: Marked, taken: Step, [from, to]: readonly [string, string]): Promise<void> => {
    expect(taken.act).toBe('agree');
    const last = (await office.requests(one)).findLast(({ state }) => state === 'done');
    expect(last).toMatchObject({ from, to, decidedBy: taken.act === 'agree' ? personOf(taken.who).id : '' });
    expect(last?.decidedBy).not.toBe(last?.askedBy);
    expect((await office.linesOf(one)).at(-1)).toEqual(['lower', last?.decidedBy]);
  };

  it('in no random life of a document', { timeout: 300_000 }, async () => {
    let falls = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        for (const name of ['officer', 'second', 'publisher', 'editor', 'curator'])
          await office.clear(personOf(name), 'restricted');
        const one = await office.write('Đời');
        await office.raise(one, { compartments: ['harbour'] });
        // Every life has a proposal in it that can be agreed to
        await office.ask(one);
        for (const taken of steps) {
          const before = [await office.sealOf(one), await markingOf(one)] as const;
          await take(one, taken);
          const after = [await office.sealOf(one), await markingOf(one)] as const;
          if (!takesTwo(before[1]) || !isLower(before[1], after[1])) continue;
          falls += 1;
          await explain(one, taken, [before[0], after[0]]);
        }
      }),
      // One life in which something does fall, so that the others are not told from nothing
      { numRuns: 12, examples: [[[{ act: 'agree', who: 'second' }]]] },
    );
    expect(falls).toBeGreaterThan(0);
  });
});
