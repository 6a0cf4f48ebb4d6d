import { createHash } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenGate } from '#editorial/gate/open-gate.ts';
import { newSigningKey, publicHalf } from '#feed/keys.ts';
import { blobPath } from '#feed/paths.ts';
import { openSource } from '#feed/source.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import { type Studio, startStudio } from '../support/studio.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { bodyOf, linkTo, paragraph } from './support/lexical.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('the feed is kept', () => {
  let studio: Studio;
  let room: Newsroom;
  let house: Gatehouse;
  const key = newSigningKey();
  beforeAll(async () => {
    studio = await startStudio();
    room = await openNewsroom(studio);
  }, 120_000);
  afterAll(() => studio?.close());
  beforeEach(async () => {
    house = await openGatehouse(studio, key);
  });

  const start = Date.now();
  const look = async (gate: OpenGate) => {
    gate.beginReconciliation();
    await gate.settle();
  };
  /** Lets the gate keep its feed as if so much time had passed. */
  const keep = async (gate: OpenGate, passed: number) => {
    await gate.keeper.keep(new Date(start + passed));
    await gate.keeper.idle();
  };
  const segments = () => readdir(join(house.feedDir, 'segments'));
  const snapshots = () => readdir(join(house.feedDir, 'snapshots'));
  const speaksOf = async (words: string) => (await house.bytes()).includes(words);
  const isSound = async () => {
    const { fault } = await verifyFeed({ source: openSource(house.feedDir), trust: [publicHalf(key)] });
    expect(fault).toBeNull();
  };

  it('so that words withdrawn by a marking, and of what refers to it, leave it within minutes', async () => {
    const secret = await room.article({ titles: { vi: 'Kho hang' } });
    const body = { vi: bodyOf(paragraph(linkTo('articles', secret, 'xem kho hang'))) };
    await room.article({ titles: { vi: 'Loi vao' }, body });
    await room.article({ titles: { vi: 'Cong khai' } });
    await using gate = await house.open();
    await look(gate);
    await keep(gate, 0);
    await room.mark('articles', secret, 'restricted');
    await look(gate);
    await keep(gate, 5 * minute);
    expect(await snapshots()).toEqual([]);
    await keep(gate, 11 * minute);
    expect(await snapshots()).toHaveLength(1);
    expect(await speaksOf('Kho hang')).toBe(true);
    await keep(gate, 13 * minute);
    expect(await segments()).toEqual([]);
    for (const gone of ['Kho hang', 'kho-hang', 'xem kho hang', 'Loi vao'])
      expect(await speaksOf(gone), gone).toBe(false);
    expect(await speaksOf('Cong khai')).toBe(true);
    await isSound();
  });

  it('also when a document had been taken back before it was marked', async () => {
    const id = await room.article({ titles: { vi: 'Tung cong khai' } });
    await using gate = await house.open();
    await look(gate);
    await keep(gate, 0);
    await room.mark('articles', id, 'internal');
    await look(gate);
    await keep(gate, 11 * minute);
    expect(await snapshots()).toEqual([]);
    await room.mark('articles', id, 'restricted');
    await look(gate);
    await keep(gate, 12 * minute);
    await keep(gate, 14 * minute);
    expect(await speaksOf('Tung cong khai')).toBe(false);
    await isSound();
  });

  it('every week: a snapshot, what the one before covers gone, files that nobody needs gone', async () => {
    await room.article({ titles: { vi: 'Tuan mot' } });
    await using gate = await house.open();
    await look(gate);
    await keep(gate, 0);
    const orphan = await leaveOrphan();
    await keep(gate, 8 * day);
    expect([await snapshots(), await segments()].map(({ length }) => length)).toEqual([1, 1]);
    expect(await readdir(dirname(orphan))).toEqual([]);
    await room.article({ titles: { vi: 'Tuan hai' } });
    await look(gate);
    await keep(gate, 16 * day);
    expect(await segments()).toEqual(['000002.json']);
    await isSound();
  });

  it('and a gate that comes back after that goes on where it was', async () => {
    const id = await room.article({ titles: { vi: 'Con day' } });
    const first = await house.open();
    await look(first);
    await keep(first, 0);
    await keep(first, 8 * day);
    await keep(first, 16 * day);
    await first[Symbol.asyncDispose]();
    await room.write('articles', id, { title: { vi: 'Van con day' } });
    await house.pass();
    expect(await segments()).toEqual(['000002.json']);
    expect(await speaksOf('Van con day')).toBe(true);
    await isSound();
  });

  /** What a gate leaves that died between rendering a picture and releasing it. */
  const leaveOrphan = async () => {
    const bytes = Buffer.from('nobody needs it');
    const file = join(house.feedDir, blobPath(createHash('sha256').update(bytes).digest('hex')));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    await utimes(file, new Date(start), new Date(start));
    return file;
  };
});
