import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GateStep, gateSteps } from '#editorial/gate/steps.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { comparable, type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { bodyOf, linkTo, paragraph, pictureOf } from './support/lexical.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

class Killed extends Error {}

/** Dies at the n-th time that a step is done. */
const killAt = (step: GateStep, n: number) => {
  let left = n;
  return (done: GateStep) => {
    if (done === step && --left === 0) throw new Killed();
  };
};

describe.each(databases)('the gate heals, on %s', (database) => {
  let studio: Studio;
  let room: Newsroom;
  let house: Gatehouse;
  const ids = { topic: '', image: '', first: '', second: '' };
  let turn = 0;

  beforeAll(async () => {
    studio = await startStudio({ database });
    room = await openNewsroom(studio);
    house = await openGatehouse(studio);
    ids.topic = await room.topic('River');
    ids.image = await room.image('Ferry');
    ids.second = await room.article({ titles: { vi: 'Second' } });
    const body = {
      vi: bodyOf(paragraph(linkTo('articles', ids.second, 'the second')), pictureOf(ids.image, 'On board')),
    };
    ids.first = await room.article({ titles: { vi: 'First', en: 'The first' }, topics: [ids.topic], body });
    await house.pass();
  }, 120_000);
  afterAll(() => studio?.close());

  /** What a gate that nobody disturbs makes of the studio as it is now. */
  const undisturbed = async () => {
    const other = await openGatehouse(studio);
    await other.pass();
    return comparable(await other.live());
  };
  const healed = async () => {
    expect(comparable(await house.live())).toEqual(await undisturbed());
    expect(await house.redundant()).toBe(0);
  };

  /** A few writes of every kind, each with its hint, so that every turn changes something. */
  const edits = async (): Promise<[string, string][]> => {
    turn += 1;
    const odd = turn % 2 === 1;
    await room.write('topics', ids.topic, { name: { vi: `River ${turn}` } });
    await room.write('articles', ids.first, {
      summary: { vi: `Turn ${turn}` },
      _status: { vi: 'published', en: odd ? 'draft' : 'published' },
    });
    await room.write('articles', ids.second, { title: { vi: `Second ${turn}` } });
    await room.mark('articles', ids.second, odd ? 'internal' : 'public');
    await room.mark('images', ids.image, odd ? 'internal' : 'public');
    return [
      ['topics', ids.topic],
      ['articles', ids.first],
      ['articles', ids.second],
      ['images', ids.image],
    ];
  };
  const editWithHints = async () => {
    for (const hint of await edits()) await room.hint(...hint);
  };

  // The outbox is marked as read once in a turn, every other step is done at least twice.
  const kills = gateSteps.flatMap((step) => (step === 'marked' ? [1] : [1, 2]).map((n) => [step, n] as const));

  it.each(kills)('after it was killed when "%s" was done the %i. time', async (step, n) => {
    await editWithHints();
    const dies = async () => {
      await using gate = await house.open(killAt(step, n));
      await gate.settle();
    };
    await expect(dies()).rejects.toThrow(Killed);
    await house.pass();
    await healed();
  });

  it.each(kills)('after no hint came and it was killed when "%s" was done the %i. time', async (step, n) => {
    await edits();
    const dies = async () => {
      await using gate = await house.open(killAt(step, n));
      gate.beginReconciliation();
      await gate.settle();
    };
    // Without a hint there is nothing to mark as read.
    if (step === 'marked') await dies();
    else await expect(dies()).rejects.toThrow(Killed);
    await house.pass();
    await healed();
  });

  it('when it was killed and comes back without looking at everything: what it knew of is done', async () => {
    await editWithHints();
    await expect(async () => {
      await using gate = await house.open(killAt('appended', 1));
      await gate.settle();
    }).rejects.toThrow(Killed);
    await using gate = await house.open();
    await gate.settle();
    await healed();
  });

  it('when hints are lost', async () => {
    await edits();
    await house.pass();
    await healed();
  });

  it('when hints come twice, in another order, late and about things that are not there', async () => {
    const hints = await edits();
    const now = Date.now();
    await using gate = await house.open();
    for (const [n, hint] of [...hints, ...hints].reverse().entries()) await room.hint(...hint, new Date(now - n * 700));
    await room.hint('articles', 'no-such-document');
    await room.hint('no-such-collection', ids.first);
    await gate.settle();
    await healed();
    const before = await house.history();
    for (const hint of hints) await room.hint(...hint);
    await gate.settle();
    expect(await house.history()).toEqual(before);
  });

  it('when a hint comes before its write', async () => {
    await using gate = await house.open();
    await room.hint('articles', ids.first);
    await gate.settle();
    await room.write('articles', ids.first, { summary: { vi: 'Written late' } });
    gate.beginReconciliation();
    await gate.settle();
    await healed();
  });

  it('when the ledger is lost: what is public stays at its address under its id', async () => {
    const before = await house.live();
    await rm(house.dir, { recursive: true });
    await house.pass();
    expect(await house.live()).toEqual(before);
    await healed();
  });

  it('when the feed is lost: everything is released again under its id', async () => {
    const before = await house.live();
    await rm(house.feedDir, { recursive: true });
    await house.pass();
    expect([...(await house.live())].sort()).toEqual([...before].sort());
  });

  it('when the ledger is lost and a document is gone: what nobody claims is withdrawn', async () => {
    const extra = await room.article({ titles: { vi: 'Extra' } });
    await house.pass();
    expect((await house.live()).has('article/vi/extra')).toBe(true);
    await rm(house.dir, { recursive: true });
    await room.remove('articles', extra);
    await house.pass();
    expect((await house.live()).has('article/vi/extra')).toBe(false);
    await healed();
  });

  it('withdraws before it releases', async () => {
    const gone = await room.article({ titles: { vi: 'Gone' } });
    await house.pass();
    await room.mark('articles', gone, 'restricted');
    for (const n of [1, 2, 3]) await room.article({ titles: { vi: `New ${n}` } });
    await house.pass();
    const history = (await house.history()).slice(-4);
    expect(history[0]).toBe('withdraw article');
  });
});
