import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openMasterStore } from '#media/intake/master-store.ts';
import { decodeUpright } from '#media/pixels/decoder.ts';
import { deriveRenditions } from '#media/pixels/derive.ts';
import { examine } from '#media/pixels/examine.ts';
import type { DecoderBounds } from '#media/sandbox/decoder-bounds.ts';
import { type Decoders, openDecoders } from '#media/sandbox/pool.ts';

const root = process.cwd();
const worker = join(root, 'media/sandbox/worker.ts');
const words = { credit: 'Kho ảnh', creator: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };
const maxPixels = 100_000_000;

/** Noise, which takes long to decode; in this form all of it is in memory at once. */
const heavy = async (): Promise<Buffer> => {
  const noise = { type: 'gaussian', mean: 128, sigma: 70 } as const;
  const tile = await sharp({ create: { width: 700, height: 700, channels: 3, background: '#777', noise } })
    .png()
    .toBuffer();
  return sharp(tile).resize(6000, 6000, { kernel: 'nearest' }).jpeg({ quality: 90, progressive: true }).toBuffer();
};

/** Whether a process of this number is there. */
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('of the formats that the archive does not take, no loader is open', () => {
  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['GIF', Buffer.from('R0lGODdhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs=', 'base64')],
    ['PPM', Buffer.from('P6\n1 1\n255\nabc')],
    ['CSV', Buffer.from('1,2\n3,4\n')],
    ['VIPS', Buffer.from([0x08, 0xf2, 0xa6, 0xb6, ...new Uint8Array(70)])],
  ])('%s', async (_, bytes) => {
    await expect(decodeUpright(bytes).toBuffer()).rejects.toThrow(/unsupported image format|blocked/);
  });
});

describe('pictures are decoded in processes of their own', () => {
  let folder: string;
  let picture: string;
  let costly: string;
  let decoders: Decoders;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benthanh-sandbox-'));
    picture = join(folder, 'boat.jpg');
    costly = join(folder, 'costly.jpg');
    await writeFile(
      picture,
      await sharp({ create: { width: 900, height: 600, channels: 3, background: '#36c' } })
        .jpeg()
        .toBuffer(),
    );
    await writeFile(costly, await heavy());
  });
  afterEach(() => decoders?.[Symbol.asyncDispose]());
  afterAll(() => rm(folder, { recursive: true }));

  const open = (bounds: Partial<DecoderBounds> = {}, entry = worker) => {
    decoders = openDecoders(entry, join(folder, 'masters'), bounds);
    return decoders;
  };
  /** Another program in the place of ours. */
  const entryOf = async (source: string): Promise<string> => {
    const path = join(folder, `${Math.random()}.mjs`);
    await writeFile(path, source);
    return path;
  };
  const look = (path = picture) => decoders.examine(path, maxPixels);

  it('with the same result as in this one', async () => {
    open();
    const store = await openMasterStore(join(folder, 'masters'));
    const { sha256 } = await store.put(await sharp(picture).toBuffer());
    expect(await look()).toEqual(await examine(picture, maxPixels));
    const here = await deriveRenditions(await store.read(sha256), { words });
    const there = await decoders.derive(sha256, { words });
    expect(there.sources.map(({ sha256: hash }) => hash)).toEqual(here.sources.map(({ sha256: hash }) => hash));
    expect({ ...there, sources: [] }).toEqual({ ...here, sources: [] });
  });

  it('which refuse in the words of the archive', async () => {
    open();
    const text = join(folder, 'text.jpg');
    await writeFile(text, 'no picture');
    await expect(look(text)).rejects.toMatchObject({ code: 'image-unsupported' });
    await expect(decoders.examine(picture, 1000)).rejects.toMatchObject({ code: 'image-too-many-pixels' });
    await expect(decoders.derive('0'.repeat(64), { words })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of which one that takes too much memory ends with its picture, and the others go on', async () => {
    open({ memory: 190, processes: 2 });
    const answers = await Promise.allSettled([look(costly), look(), look(), look()]);
    expect(answers[0]).toMatchObject({ status: 'rejected', reason: { code: 'image-too-costly' } });
    expect(answers.slice(1).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });

  it('of which one that takes too long ends with its picture', async () => {
    open({ seconds: 0.25, processes: 1 });
    await expect(look(costly)).rejects.toMatchObject({ code: 'image-too-costly' });
  });

  it.each([
    ['SIGSEGV', 'image-damaged'],
    ['SIGABRT', 'image-too-costly'],
  ])('and one that falls over a picture by %s takes nothing with it', async (signal, code) => {
    open({ processes: 1 }, await entryOf(`process.on('message', () => process.kill(process.pid, '${signal}'))`));
    await expect(look()).rejects.toMatchObject({ code });
    await expect(look()).rejects.toMatchObject({ code });
  });

  it('and a program that cannot run is no fault of a picture', async () => {
    open({}, join(folder, 'nowhere.ts'));
    await expect(look()).rejects.toThrow('the decoder ended with 1');
  });

  it('that are told nothing of what this one knows', async () => {
    process.env.PAYLOAD_SECRET = 'a secret';
    open({}, await entryOf(`process.on('message', () => process.send({ done: process.env }))`));
    const told = Object.keys(await look());
    delete process.env.PAYLOAD_SECRET;
    // Node itself tells a child where its channel is
    expect(told.filter((name) => !name.startsWith('NODE_CHANNEL')).sort()).toEqual(['MALLOC_ARENA_MAX', 'NODE_ENV']);
  });

  it('R56: that may write nothing and start nothing', async () => {
    const attempts = `import { writeFileSync } from 'node:fs';
      import { spawnSync } from 'node:child_process';
      const told = (act) => { try { act(); return 'done'; } catch (error) { return error.code; } };
      process.on('message', () => process.send({ done: [
        told(() => writeFileSync(${JSON.stringify(join(folder, 'left-behind'))}, '')),
        told(() => spawnSync(process.execPath)),
      ] }))`;
    open({}, await entryOf(attempts));
    expect(await look()).toEqual(['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED']);
  });

  it('whose answers nobody keeps once they have been taken', async () => {
    const entry = await entryOf(`process.on('message', () => process.send({ done: Buffer.alloc(20_000_000) }))`);
    const many = open({ processes: 1 }, entry);
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = () => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    await many.looks('x');
    const before = held();
    for (let turn = 0; turn < 20; turn += 1) await many.looks('x');
    expect(held() - before).toBeLessThan(100_000_000);
  });

  it('that end when there is nothing to do, and come again', async () => {
    open(
      { rest: 0.05, processes: 1 },
      await entryOf(`process.on('message', () => process.send({ done: process.pid }))`),
    );
    const first = Number(await look());
    await expect.poll(() => lives(first)).toBe(false);
    const second = Number(await look());
    expect(second).not.toBe(first);
  });

  it('whose end a program waits for that has nothing else to do', async () => {
    const program = `const { openDecoders } = await import(${JSON.stringify(join(root, 'media/sandbox/pool.ts'))});
      {
        await using decoders = openDecoders(${JSON.stringify(worker)}, '/nowhere');
        await decoders.examine(${JSON.stringify(picture)}, 1e8);
      }
      process.stdout.write('closed');`;
    const run = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: root });
    let told = '';
    run.stdout.on('data', (text) => (told += text));
    await new Promise((resolve) => run.once('exit', resolve));
    expect(told).toBe('closed');
  });

  it('that do not outlive the process which started them', async () => {
    const other = await entryOf(`process.on('message', () => process.send({ done: process.pid }));
      process.on('disconnect', () => process.exit())`);
    const parent = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { openDecoders } = await import(${JSON.stringify(join(root, 'media/sandbox/pool.ts'))});
       const decoders = openDecoders(${JSON.stringify(other)}, '/nowhere');
       process.stdout.write(String(await decoders.examine('x', 1)));
       setInterval(() => undefined, 1000);`,
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    expect(lives(pid)).toBe(true);
    parent.kill('SIGKILL');
    // The system may take a moment to clear it away
    await expect.poll(() => lives(pid), { timeout: 15_000 }).toBe(false);
  });
});
