import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../src/record/records.ts';
import { put, until, withdraw } from '../support/delivery-node.ts';
import { article, newId } from '../support/records.ts';
import { cutterPids, holdCutters, tilesOf, untilKept } from './support/cutters.ts';
import { type House, openHouse } from './support/house.ts';

const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
const photograph = (width = 900, height = 700) =>
  sharp({ create: { width, height, channels: 3, background: '#369', noise } })
    .jpeg()
    .toBuffer();

const tile = '0,0,512,512/max/0/default.jpg';
const addresses = [
  '',
  '/info.json',
  '/manifest.json',
  `/${tile}`,
  '/full/max/0/default.png',
  '/full/10,/0/default.webp',
];

let house: House;
let dir: string;
beforeAll(async () => {
  house = await openHouse({ cutters: { processes: 1 } });
  dir = join(house.bench.folder, 'node');
});
afterAll(() => house[Symbol.asyncDispose]());

const statuses = (record: Pick<ImageRecord, 'id'>, init?: RequestInit, at = house.node) =>
  Promise.all(addresses.map(async (end) => (await at.get(`/iiif/3/${record.id}${end}`, init)).status));
const all = (status: number) => addresses.map(() => status);
const gone = async (record: ImageRecord) => house.node.reach(await house.bench.append([withdraw(record)]));

describe('a picture that is withdrawn', () => {
  it('is gone from every address at once, though its tiles are kept, and they are deleted', async () => {
    const record = await house.release('rut', await photograph());
    expect(await statuses(record)).toEqual([303, 200, 200, 200, 200, 200]);
    expect(await statuses(record)).toEqual([303, 200, 200, 200, 200, 200]);
    await untilKept(dir, 3);
    await gone(record);
    expect(await statuses(record)).toEqual(all(410));
    for (const header of [
      ['if-none-match', '*'],
      ['range', 'bytes=0-9'],
      ['accept', 'application/json'],
    ] as [string, string][])
      expect(await statuses(record, { headers: [header] })).toEqual(all(410));
    expect(await statuses(record, { method: 'HEAD' })).toEqual(all(410));
    expect(tilesOf(dir)).toEqual([]);
  });

  it('is not given to those who have waited for it, and nothing of it is kept', async () => {
    const master = await photograph();
    const record = await house.release('giua-chung', master);
    // Another picture of the same pixels stays, so the file is there to be cut to the end
    const twin = await house.release('sinh-doi', master);
    expect(twin.editions.vi?.[0]?.accessCopy).toEqual(record.editions.vi?.[0]?.accessCopy);
    expect((await house.ask(record, 'full/5,/0/default.jpg')).status).toBe(200);
    await untilKept(dir, 1);
    const held = holdCutters();
    expect(held.pids).toHaveLength(1);
    const waiting = [tile, 'full/max/0/default.webp'].map((path) => house.ask(record, path));
    await gone(record);
    held.go();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([410, 410]);
    // What is asked for next is written after what was cut before
    expect((await house.ask(twin, tile)).status).toBe(200);
    const folders = (await untilKept(dir, 1)).map((path) => path.split('/').at(-3));
    expect(folders).toEqual([Buffer.from(twin.id, 'base64url').toString('hex')]);
    await gone(twin);
  });

  it('while its node sleeps is not there when it wakes, and nothing of it is kept', async () => {
    const [stays, goes] = [
      await house.release('o-lai', await photograph()),
      await house.release('di', await photograph()),
    ];
    const sleepy = await house.bench.start('sleepy');
    await sleepy.reach(1);
    for (const { id } of [stays, goes]) expect((await sleepy.get(`/iiif/3/${id}/${tile}`)).status).toBe(200);
    const folder = join(house.bench.folder, 'sleepy');
    await untilKept(folder, 2);
    await sleepy.close();
    await gone(goes);
    const awake = await house.bench.start('sleepy');
    await awake.reach(await house.bench.append([]));
    expect(await statuses(goes, {}, awake)).toEqual(all(410));
    await untilKept(folder, 1);
    expect((await awake.get(`/iiif/3/${stays.id}/${tile}`)).status).toBe(200);
  });

  it('by the clock is gone without anybody saying so', async () => {
    // Its time begins when its files are there
    const soon = () => ({ vanishesAt: new Date(Date.now() + 4000).toISOString() });
    const record = await house.release('het-han', await photograph(), { over: soon });
    const before = tilesOf(dir).length;
    expect((await house.ask(record, tile)).status).toBe(200);
    await until(
      async () => (await house.ask(record, tile)).status,
      (status) => status !== 200,
    );
    expect(await statuses(record)).toEqual(all(410));
    await untilKept(dir, before);
  });
});

it('what is not here, whatever the reason, answers alike', async () => {
  const { node, bench } = house;
  const [picture, text] = [await photograph(), article('bai')];
  const planned = await house.release('mai', picture, { over: { appearsAt: '2990-01-01T00:00:00.000Z' } });
  await node.reach(await bench.append([put(text)]));
  const told = async (id: string) =>
    Promise.all(
      addresses.map(async (end) => {
        const response = await node.get(`/iiif/3/${id}${end}`, { headers: { 'accept-language': 'fr' } });
        const { date: _date, ...headers } = Object.fromEntries(response.headers);
        return { status: response.status, headers, body: await response.text() };
      }),
    );
  const never = await told(newId());
  expect(never.map(({ status }) => status)).toEqual(all(404));
  expect(await told(planned.id)).toEqual(never);
  expect(await told(text.id)).toEqual(never);
  expect(await told('no-id')).toEqual(never);
});

it('a picture that changes is cut anew, and what was cut before is deleted', async () => {
  const master = await photograph();
  const record = await house.release('doi', master, { over: { credit: 'Ảnh cũ' } });
  const before = tilesOf(dir).length;
  const first = Buffer.from(await (await house.ask(record, tile)).arrayBuffer());
  expect(first.includes('Ảnh cũ')).toBe(true);
  const [old] = (await untilKept(dir, before + 1)).filter((path) =>
    path.includes(Buffer.from(record.id, 'base64url').toString('hex')),
  );
  await house.release('doi', master, { id: record.id, over: { credit: 'Ảnh mới' } });
  expect(tilesOf(dir)).not.toContain(old);
  const second = Buffer.from(await (await house.ask(record, tile)).arrayBuffer());
  expect([second.includes('Ảnh mới'), second.includes('Ảnh cũ')]).toEqual([true, false]);
});

it('a tile that was damaged on the disk is cut anew', async () => {
  const record = await house.release('hong', await photograph());
  const steady = await house.bench.start('steady');
  await steady.reach(1);
  const first = Buffer.from(await (await steady.get(`/iiif/3/${record.id}/${tile}`)).arrayBuffer());
  const folder = join(house.bench.folder, 'steady');
  const [path = ''] = await untilKept(folder, 1);
  await steady.close();
  for (const damage of [Buffer.alloc(0), readFileSync(path).subarray(0, 1000), Buffer.alloc(2000, 7)]) {
    await writeFile(path, damage);
    const again = await house.bench.start('steady');
    await again.reach(1);
    const seen = Buffer.from(await (await again.get(`/iiif/3/${record.id}/${tile}`)).arrayBuffer());
    expect(seen.equals(first)).toBe(true);
    await again.close();
  }
});

describe('R35: of a master full of secrets', () => {
  const canary = randomBytes(12).toString('hex');
  let record: ImageRecord;
  beforeAll(async () => {
    const secret = await sharp(await photograph(3000, 2000))
      .withExif({
        IFD0: { Make: canary, Artist: canary, ImageDescription: canary },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '10/1 46/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '106/1 41/1 0/1',
        },
      })
      .withXmp(
        `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="${canary}"/></rdf:RDF></x:xmpmeta>`,
      )
      .jpeg()
      .toBuffer();
    expect(secret.includes(canary)).toBe(true);
    record = await house.release('bi-mat', Buffer.concat([secret, Buffer.from(canary)]), {
      over: { credit: 'Kho ảnh', creator: 'Lan', title: 'Bến sông' },
    });
  });

  it.each(['jpg', 'png', 'webp'])('a cut as %s tells nothing, and carries the rights', async (format) => {
    const bytes = Buffer.from(await (await house.ask(record, `0,0,300,300/200,/0/default.${format}`)).arrayBuffer());
    expect(bytes.includes(canary)).toBe(false);
    const { xmpAsString = '', exif, iptc, icc } = await sharp(bytes).metadata();
    for (const word of ['Kho ảnh', 'Lan', 'Bến sông', 'http://creativecommons.org/licenses/by/4.0/'])
      expect(xmpAsString, word).toContain(word);
    const plain = exif?.toString('latin1') ?? '';
    expect(plain).toContain('Lan');
    expect([plain.includes('GPS'), iptc, icc]).toEqual([false, undefined, undefined]);
  });

  it('the access copy holds no word at all, and no more pixels than the largest picture that the public gets', async () => {
    const { accessCopy, sources } = record.editions.vi?.[0] ?? {};
    const blob = accessCopy?.blob ?? '';
    const bytes = await readFile(join(house.bench.feedDir, 'blobs/sha256', blob.slice(0, 2), blob));
    expect(bytes.includes(canary)).toBe(false);
    const { width, height, exif, xmp, iptc, icc, pages } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
    const largest = sources?.at(-1);
    expect([width, height, pages]).toEqual([largest?.width, largest?.height, 5]);
    expect(await (await house.ask(record, 'info.json')).json()).toMatchObject({ width: 2400, height: 1600 });
  });
});

it('who asks by whatever name is told the address that the world has', async () => {
  const record = await house.release('dia-chi', await photograph());
  const headers = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'host=evil.example',
    host: 'evil.example',
  };
  for (const end of addresses.slice(0, 4)) {
    const response = await house.node.get(`/iiif/3/${record.id}${end}`, { headers });
    const told = JSON.stringify([...response.headers]) + (end.endsWith('json') ? await response.text() : '');
    expect(told).not.toContain('evil.example');
    expect(told, end).toContain(`https://api.city.test/iiif/3/${record.id}`);
  }
});

it('the processes that cut end with their node', async () => {
  const before = cutterPids();
  const brief = await house.bench.start('brief');
  const record = await house.release('ngan', await photograph());
  await brief.reach(await house.bench.append([]));
  expect((await brief.get(`/iiif/3/${record.id}/${tile}`)).status).toBe(200);
  expect(cutterPids().length).toBeGreaterThan(before.length);
  await brief.close();
  expect(cutterPids().filter((pid) => !before.includes(pid))).toEqual([]);
});
