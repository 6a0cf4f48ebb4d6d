import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, expect, it } from 'vitest';
import type { DeliveryValues } from '../../src/delivery/values.ts';
import type { ImageRecord } from '../../src/record/records.ts';
import { until } from '../support/delivery-node.ts';
import { cutterPids, holdCutters, tilesOf, untilKept } from './support/cutters.ts';
import { type House, openHouse } from './support/house.ts';

let house: House;
let record: ImageRecord;
afterEach(() => house[Symbol.asyncDispose]());

const drawn = sharp({ create: { width: 800, height: 600, channels: 3, background: '#a63' } });

/** A node with one picture, of which one tile has been cut, so that its process is there. */
const open = async (over: Partial<DeliveryValues> = {}) => {
  house = await openHouse({ cutters: { processes: 1 }, ...over });
  record = await house.release('anh', await drawn.clone().png().toBuffer());
  expect(await status(1)).toBe(200);
};
const ask = (width: number) => house.ask(record, `full/${width},/0/default.jpg`);
const status = async (width: number) => (await ask(width)).status;

const expectBusy = async (response: Response) => {
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({ code: 'too-busy' });
};

it('a process that is killed over a picture is told of as a moment of need, and another goes on', async () => {
  await open();
  const { pids } = holdCutters();
  const asked = ask(20);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await expectBusy(await asked);
  expect(await status(20)).toBe(200);
  expect(await status(1)).toBe(200);
});

it('a process that takes too long is ended', async () => {
  await open({ cutters: { processes: 1, seconds: 2 } });
  holdCutters();
  await expectBusy(await ask(30));
  await until(
    () => status(30),
    (seen) => seen === 200,
  );
});

it('who would have to wait behind too many is told to come again, and the others are served', async () => {
  await open({ cutters: { processes: 1, waiting: 2 } });
  const held = holdCutters();
  const asked = [40, 41, 42, 43].map(ask);
  // One is being cut, two wait: whoever comes last is answered while all the others are held
  await expectBusy(await Promise.race(asked));
  held.go();
  const statuses = (await Promise.all(asked)).map((response) => response.status);
  expect(statuses.sort()).toEqual([200, 200, 200, 503]);
  expect(await status(43)).toBe(200);
});

it('what many ask for at once is cut once', async () => {
  await open({ cutters: { processes: 1, waiting: 1 } });
  const held = holdCutters();
  const many = Array.from({ length: 8 }, () => ask(50));
  const other = ask(51);
  await until(
    async () => (await house.node.get('/health')).status,
    (seen) => seen === 200,
  );
  held.go();
  expect(new Set((await Promise.all([...many, other])).map((response) => response.status))).toEqual(new Set([200]));
});

/** A second node that holds everything and sleeps. */
const asleep = async (name: string): Promise<string> => {
  const node = await house.bench.start(name);
  await node.reach(1);
  await node.close();
  return join(house.bench.valuesOf(name).dir, 'tiles');
};

it('where tiles cannot be written they are cut again', async () => {
  await open();
  writeFileSync(await asleep('unlucky'), 'no folder');
  const node = await house.bench.start('unlucky', { cutters: { processes: 1 } });
  await node.reach(1);
  for (const path of ['full/60,/0/default.jpg', 'full/61,/0/default.jpg', 'full/60,/0/default.jpg?'])
    expect((await node.get(`/iiif/3/${record.id}/${path}`)).status).toBe(200);
  await node.close();
  expect(tilesOf(house.bench.valuesOf('unlucky').dir)).toEqual([]);
});

it('where the disk is full they are cut again, and nothing half is left', async () => {
  await open();
  const tiles = await asleep('full');
  mkdirSync(tiles);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', tiles]).status !== 0) {
    console.warn('LEFT OUT: no small disk could be made here, so a full one was not tried');
    return;
  }
  try {
    const node = await house.bench.start('full', { cutters: { processes: 1 } });
    await node.reach(1);
    const widths = Array.from({ length: 40 }, (_, index) => 700 + index);
    for (const width of widths)
      expect((await node.get(`/iiif/3/${record.id}/full/${width},/0/default.png`)).status).toBe(200);
    await node.close();
    const kept = tilesOf(house.bench.valuesOf('full').dir);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(widths.length);
    expect(kept.filter((path) => path.includes('/parts/'))).toEqual([]);
  } finally {
    spawnSync('umount', [tiles]);
  }
});

it('no more is kept than may be: what was used least recently goes', async () => {
  await open({ tileCache: 12_000 });
  const dir = join(house.bench.folder, 'node');
  await untilKept(dir, 1);
  for (const width of [100, 101, 102, 103, 104, 105, 106, 107]) expect(await status(width)).toBe(200);
  // What is being kept and what has to go for it is done when the node has closed
  await house.node.close();
  const bytes = tilesOf(dir).reduce((sum, path) => sum + statSync(path).size, 0);
  expect(bytes).toBeLessThanOrEqual(12_000);
  expect(tilesOf(dir).length).toBeGreaterThan(0);
});

it('without a cache everything is cut anew, and nothing lies on the disk', async () => {
  await open({ tileCache: 0 });
  expect(await status(70)).toBe(200);
  expect(tilesOf(join(house.bench.folder, 'node'))).toEqual([]);
});

it('a picture from before there were access copies is cut from its largest rendition', async () => {
  await open();
  const older = await house.release('cu', await drawn.clone().png().toBuffer(), { accessCopy: false });
  expect(older.editions.vi?.[0]?.accessCopy).toBeUndefined();
  expect(await (await house.ask(older, 'info.json')).json()).toMatchObject({ width: 800, height: 600 });
  const response = await house.ask(older, '100,100,400,300/200,/90/default.jpg');
  expect(response.status).toBe(200);
  const { width, height } = await sharp(await response.arrayBuffer()).metadata();
  expect([width, height]).toEqual([150, 200]);
});

it('nothing is decoded in the process of the node itself', async () => {
  await open();
  expect(cutterPids()).toHaveLength(1);
});
