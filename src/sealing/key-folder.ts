import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { gcmOpen, gcmSeal, sizes } from './gcm.ts';
import { boundBytes, type SealedLevel, sealedLevels } from './identity.ts';
import { newKeyFile, readKeyFile, unlockKey } from './key-file.ts';
import type { LevelKeys } from './level-keys.ts';

/** Asked for by name at run time: a bundler that sees the path of a key made reads every file of the project that might be one. */
const { join } = process.getBuiltinModule('node:path');

/** One generation: its key, in the folder or in a token, or the record that it was destroyed. */
export interface Generation {
  readonly level: SealedLevel;
  readonly generation: number;
  readonly isDestroyed: boolean;
  /** The key is in a token; a note in the folder says so. */
  readonly inToken?: true;
}

/** What of a generation may lie in the folder, what counts first where there are two. */
const endings = ['key', 'token', 'destroyed'] as const;
type Ending = (typeof endings)[number];

/** Where a key lies, the note that it is in a token, or the record of its destruction. */
export const keyPath = (dir: string, level: SealedLevel, generation: number, ending: Ending): string =>
  join(dir, `${level}-${generation}.${ending}`);

/** All generations of all levels, earliest first. A folder that is missing holds none. */
export async function generationsIn(dir: string): Promise<Generation[]> {
  const names = await readdir(dir).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  const all = new Map<string, Generation>();
  // The key counts where the record is there too: whoever destroyed it was interrupted before it had gone
  for (const ending of endings.toReversed()) {
    for (const name of names.sort()) {
      const [, word, number] = new RegExp(`^([a-z_]+)-([1-9]\\d{0,8})\\.${ending}$`).exec(name) ?? [];
      const level = sealedLevels.find((one) => one === word);
      if (level === undefined) continue;
      const inToken = ending === 'token' && { inToken: true as const };
      all.set(`${level}-${number}`, {
        ...{ level, generation: Number(number), isDestroyed: ending === 'destroyed' },
        ...inToken,
      });
    }
  }
  return inOrder([...all.values()]);
}

/** Earliest first, the levels in their order. */
export function inOrder(generations: readonly Generation[]): Generation[] {
  const order = (one: Generation) => sealedLevels.indexOf(one.level);
  return [...generations].sort((a, b) => order(a) - order(b) || a.generation - b.generation);
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
    if (last.inToken) throw new Failure('seal-key-elsewhere', { level, generation: last.generation });
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

/** What is bound into the wrapping of a data key. */
export const boundOf = (generation: number, parts: readonly string[]): Buffer =>
  boundBytes('key', [String(generation), ...parts]);

/** Why a generation whose key is not in a file cannot be used. */
export const absence = (known: Generation | undefined) => {
  if (known === undefined) return 'seal-key-missing';
  return known.inToken ? 'seal-key-elsewhere' : 'seal-key-destroyed';
};

/** @throws Failure `seal-key-missing`, `seal-key-destroyed`, `seal-key-elsewhere`; `seal-key-open` where others may read the file */
async function stillThere(dir: string, level: SealedLevel, generation: number): Promise<void> {
  const path = keyPath(dir, level, generation, 'key');
  const found = await stat(path).catch(() => null);
  if (found === null) {
    const known = (await generationsIn(dir)).find((one) => one.level === level && one.generation === generation);
    throw new Failure(absence(known), { level, generation });
  }
  if ((found.mode & 0o077) !== 0) throw new Failure('seal-key-open', { file: path });
}
