import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Level } from '#access/level.ts';
import type { AtRest } from '#media/intake/at-rest.ts';
import { isSealedLevel, type SealedLevel } from '#sealing/identity.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import { identityOfFile } from '#sealing/name-of-file.ts';
import { openPassing } from '#sealing/passing.ts';
import { contentSize, headerIn, openSeal, openWhole, sealFile } from '#sealing/sealed-file.ts';

/** What is not above `restricted` is sealed under its key: that nothing lies open is proved more easily than that the right things do. */
export const keyFor = (level: Level): SealedLevel => (isSealedLevel(level) ? level : 'restricted');

/** Null for a file that is not sealed. */
const levelOf = async (path: string): Promise<SealedLevel | null> => (await headerIn(path))?.level ?? null;

/** Content that lies as it is: from a time before anything was sealed here. */
async function* asItIs(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
}

/** Seals whatever an archive keeps, each file under a key of its own, bound to its name. */
export const sealedAtRest = (keys: () => Promise<LevelKeys>): AtRest => {
  const open: AtRest['open'] = async (path) => {
    const header = await headerIn(path);
    if (header === null) return { bytes: (await stat(path)).size, body: asItIs(path) };
    return { ...(await openSeal(path, identityOfFile(path), await keys(), header)), isSealed: true };
  };
  return {
    open,
    whole: async (path) => {
      const found = await openWhole(path, identityOfFile(path), keys);
      return 'plain' in found ? { bytes: found.plain, isSealed: true } : { bytes: found.unsealed, isSealed: false };
    },
    levelOf,
    keyFor,
    sizeOf: async (path) => {
      const { size } = await stat(path);
      return (await levelOf(path)) === null ? size : contentSize(size);
    },
    seal: async (path, plain, level, name = path) => {
      await sealFile(path, { ...identityOfFile(name), level: keyFor(level) }, plain, await keys());
    },
    passing: openPassing,
  };
};
