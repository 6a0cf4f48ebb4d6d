import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GateStep, gateSteps } from '#editorial/gate/steps.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { type Healing, openHealing } from './support/healing.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

class Killed extends Error {}

/** Dies at the n-th time that a step is done. */
const killAt = (step: GateStep, n: number) => {
  let left = n;
  return (done: GateStep) => {
    if (done === step && --left === 0) throw new Killed();
  };
};

describe.each(exhaustiveDatabases)('the gate heals, on %s', (database) => {
  let studio: Studio;
  let room: Newsroom;
  let house: Gatehouse;
  let healing: Healing;
  beforeAll(async () => {
    studio = await startStudio({ database });
    room = await openNewsroom(studio);
    house = await openGatehouse(studio);
    healing = await openHealing(studio, room, house);
  }, 120_000);
  afterAll(() => studio?.close());

  const edits = () => healing.edits();
  const editWithHints = () => healing.editWithHints();
  const healed = () => healing.healed();

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

  // A gate that looks at everything comes to each step as one does that was told: the usual run asks of the first time alone
  const untold = kills.filter(([, n]) => isLongRun || n === 1);

  it.each(untold)('after no hint came and it was killed when "%s" was done the %i. time', async (step, n) => {
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
    await room.hint('no-such-collection', healing.ids.first);
    await gate.settle();
    await healed();
    const before = await house.history();
    for (const hint of hints) await room.hint(...hint);
    await gate.settle();
    expect(await house.history()).toEqual(before);
  });

  it('when a hint comes before its write', async () => {
    await using gate = await house.open();
    await room.hint('articles', healing.ids.first);
    await gate.settle();
    await room.write('articles', healing.ids.first, { summary: { vi: 'Written late' } });
    gate.beginReconciliation();
    await gate.settle();
    await healed();
  });

  /** Everything is public: what has files, what shows it, and what refers to that. */
  const allIsPublic = async () => {
    await healing.openAll();
    await house.pass();
    const live = await house.live();
    expect([...live.values()].map(({ type }) => type).toSorted()).toEqual(['article', 'article', 'image', 'topic']);
    return live;
  };

  it('when the ledger is lost: what is public stays at its address under its id, and is never withdrawn', async () => {
    const before = await allIsPublic();
    const said = await house.history();
    await rm(house.dir, { recursive: true });
    await house.pass();
    expect(await house.live()).toEqual(before);
    expect(await house.history()).toEqual(said);
    await healed();
  });

  it('when the feed is lost: everything is released again under its id', async () => {
    const before = await allIsPublic();
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

  it('R50: when the ledger is lost and an address has passed to another: nothing of the former stays while files are made', async () => {
    const former = await room.image('Former');
    await house.pass();
    expect((await house.live()).has('image/vi/former')).toBe(true);
    await rm(house.dir, { recursive: true });
    await room.remove('images', former);
    // Its files cannot be made for as long as its master is not there
    const master = { sha256: 'f'.repeat(64), bytes: 1, type: 'image/jpeg', width: 400, height: 300, filename: 'x.jpg' };
    const heir = await room.image('Heir', { slug: { vi: 'former' }, master });
    await house.pass();
    expect((await house.live()).has('image/vi/former')).toBe(false);
    await room.remove('images', heir);
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
