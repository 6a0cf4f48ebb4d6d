import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { eraseKeyFile, syncFolder, writeDurably } from '../erase-key-file.ts';
import { sizes } from '../gcm.ts';
import type { SealedLevel } from '../identity.ts';
import { absence, boundOf, type Generation, generationsIn, inOrder, keyPath } from '../key-folder.ts';
import type { KeyStore } from '../key-store.ts';
import type { LevelKeys } from '../level-keys.ts';
import { keyLabel, readKeyLabel } from './key-label.ts';
import type { Token } from './token.ts';

export interface TokenStoreParts {
  /** Folder of notes about keys in the token, of records of destroyed ones, and of keys from before there was a token. */
  readonly dir: string;
  /** Label of the token, for the notes. */
  readonly name: string;
  readonly token: Token;
  /** Opens what keys from before the token have sealed. */
  readonly earlier: LevelKeys;
}

/** What the folder knows and what the token has: a key that is in the token counts, whatever the folder says. */
export function joined(folder: readonly Generation[], labels: readonly string[]): Generation[] {
  const named = labels.flatMap((label) => readKeyLabel(label) ?? []);
  const has = (one: { level: SealedLevel; generation: number }) =>
    named.some(({ level, generation }) => level === one.level && generation === one.generation);
  const others = folder.filter((one) => !has(one));
  // A note whose key is not in this token: another token has it
  return inOrder([...others, ...named.map((one) => ({ ...one, isDestroyed: false, inToken: true as const }))]);
}

/** The number of the next key of a level: one that was given once is never given again. */
export const nextGeneration = (all: readonly Generation[], level: SealedLevel): number =>
  (all.findLast((one) => one.level === level)?.generation ?? 0) + 1;

const keysOf = ({ dir, token, earlier }: TokenStoreParts): LevelKeys => {
  const current = async (level: SealedLevel): Promise<number> => {
    const named = (await token.labels()).flatMap((label) => readKeyLabel(label) ?? []);
    const numbers = named.filter((one) => one.level === level).map(({ generation }) => generation);
    if (numbers.length === 0) throw new Failure('seal-key-missing', { level, generation: 1 });
    return Math.max(...numbers);
  };
  return {
    current,
    wrap: async (level, dataKey, parts) => {
      const generation = await current(level);
      const nonce = randomBytes(sizes.nonce);
      const bound = boundOf(generation, parts);
      const wrapped = await token.encrypt(keyLabel({ level, generation }), nonce, bound, dataKey);
      if (wrapped === null) throw new Failure('seal-key-missing', { level, generation });
      return { generation, nonce, wrapped };
    },
    unwrap: async (level, key, parts) => {
      const { generation, nonce, wrapped } = key;
      const label = keyLabel({ level, generation });
      const opened = await token.decrypt(label, nonce, boundOf(generation, parts), wrapped);
      if (opened !== null) return opened;
      const known = (await generationsIn(dir)).find((one) => one.level === level && one.generation === generation);
      if (known === undefined || known.inToken || known.isDestroyed)
        throw new Failure(absence(known), { level, generation });
      return earlier.unwrap(level, key, parts);
    },
  };
};

/**
 * Keys in a token, which they never leave: data keys go in and come out. Keys in the folder, from before there was a token,
 * open what they sealed and wrap nothing new.
 */
export function tokenStore(parts: TokenStoreParts): KeyStore {
  const { dir, name, token } = parts;
  const generations = async () => joined(await generationsIn(dir), await token.labels());
  return {
    keys: keysOf(parts),
    generations,
    add: async (level) => {
      const generation = nextGeneration(await generations(), level);
      await mkdir(dir, { recursive: true, mode: 0o700 });
      await token.generate(keyLabel({ level, generation }));
      const note = Buffer.from(`${JSON.stringify({ version: 1, level, generation, token: name }, null, 2)}\n`);
      await writeDurably(keyPath(dir, level, generation, 'token'), 'w', note);
      await syncFolder(dir);
      return generation;
    },
    erase: async (level, generation) => {
      const known = (await generations()).find((one) => one.level === level && one.generation === generation);
      if (known?.inToken !== true) return eraseKeyFile(dir, level, generation);
      const label = keyLabel({ level, generation });
      await token.destroy(label);
      if ((await token.labels()).includes(label)) throw new Failure('pkcs11-key-stays', { label, token: name });
      await rm(keyPath(dir, level, generation, 'token'), { force: true });
      await syncFolder(dir);
    },
  };
}
