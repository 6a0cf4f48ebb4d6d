import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { gcmOpen, gcmSeal, sizes } from './gcm.ts';
import { boundBytes, type SealedLevel, sealedLevels } from './identity.ts';
import { newKeyFile, readKeyFile, unlockKey } from './key-file.ts';
import type { LevelKeys } from './level-keys.ts';

/** Asked for by name at run time: a bundler that sees the path of a key made reads every file of the project that might be one. */
const { join } = process.getBuiltinModule('node:path');

/** One generation in the folder: its key, or the record that it was destroyed. */
export interface Generation {
  readonly level: SealedLevel;
  readonly generation: number;
  readonly isDestroyed: boolean;
}

/** Where a key lies, or the record of its destruction. */
export const keyPath = (dir: string, level: SealedLevel, generation: number, ending: 'key' | 'destroyed'): string =>
  join(dir, `${level}-${generation}.${ending}`);

/** All generations of all levels, earliest first. A folder that is missing holds none. */
export async function generationsIn(dir: string): Promise<Generation[]> {
  const names = await readdir(dir).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  const all = new Map<string, Generation>();
  for (const name of names.sort()) {
    const [, level, number, ending] = /^([a-z_]+)-([1-9]\d{0,8})\.(key|destroyed)$/.exec(name) ?? [];
    const known = sealedLevels.find((one) => one === level);
    if (known === undefined) continue;
    // The key counts where both are there: whoever destroyed it was interrupted before it had gone
    const isDestroyed = ending === 'destroyed';
    const key = `${known}-${number}`;
    if (!all.has(key) || !isDestroyed) all.set(key, { level: known, generation: Number(number), isDestroyed });
  }
  const order = (one: Generation) => sealedLevels.indexOf(one.level);
  return [...all.values()].sort((a, b) => order(a) - order(b) || a.generation - b.generation);
}

/** Makes the next generation of a level. Earlier ones stay and open what they sealed. */
export async function addGeneration(dir: string, level: SealedLevel, unlock: Uint8Array): Promise<number> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const last = (await generationsIn(dir)).findLast((one) => one.level === level)?.generation ?? 0;
  const file = await open(keyPath(dir, level, last + 1, 'key'), 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(newKeyFile(level, last + 1, unlock), null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return last + 1;
}

/**
 * Keys in a folder, each unlocked when it is first asked for and held in memory from then on, as long as its file is there:
 * a key that is destroyed opens nothing from that moment.
 */
export function openKeyFolder(dir: string, unlock: Uint8Array): LevelKeys {
  const held = new Map<string, Buffer>();
  const keyOf = async (level: SealedLevel, generation: number): Promise<Buffer> => {
    const path = keyPath(dir, level, generation, 'key');
    await stillThere(dir, level, generation);
    const known = held.get(path);
    if (known !== undefined) return known;
    const key = unlockKey(readKeyFile(await readFile(path, 'utf8'), path), unlock, path);
    held.set(path, key);
    return key;
  };
  const current = async (level: SealedLevel): Promise<number> => {
    const last = (await generationsIn(dir)).findLast((one) => one.level === level && !one.isDestroyed);
    if (last === undefined) throw new Failure('seal-key-missing', { level, generation: 1 });
    return last.generation;
  };
  return {
    current,
    wrap: async (level, dataKey, parts) => {
      const generation = await current(level);
      const nonce = randomBytes(sizes.nonce);
      const bound = boundOf(generation, parts);
      return {
        generation,
        nonce,
        wrapped: gcmSeal({ key: await keyOf(level, generation), nonce, bound }, dataKey),
      };
    },
    unwrap: async (level, { generation, nonce, wrapped }, parts) => {
      const key = await keyOf(level, generation);
      const opened = gcmOpen({ key, nonce, bound: boundOf(generation, parts) }, wrapped);
      if (opened === null) throw new Failure('sealed-foreign');
      return opened;
    },
  };
}

const boundOf = (generation: number, parts: readonly string[]): Buffer =>
  boundBytes('key', [String(generation), ...parts]);

/** @throws Failure `seal-key-missing`, `seal-key-destroyed`; `seal-key-open` where others may read the file */
async function stillThere(dir: string, level: SealedLevel, generation: number): Promise<void> {
  const path = keyPath(dir, level, generation, 'key');
  const found = await stat(path).catch(() => null);
  if (found === null) {
    const record = await stat(keyPath(dir, level, generation, 'destroyed')).catch(() => null);
    throw new Failure(record === null ? 'seal-key-missing' : 'seal-key-destroyed', { level, generation });
  }
  if ((found.mode & 0o077) !== 0) throw new Failure('seal-key-open', { file: path });
}
