import { open as openFile } from 'node:fs/promises';
import type { Level } from '#access/level.ts';
import type { AtRest } from '#media/intake/at-rest.ts';
import { isSealedLevel, type SealedLevel } from '#sealing/identity.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import { identityOfFile } from '#sealing/name-of-file.ts';
import { openPassing } from '#sealing/passing.ts';
import { contentSize, headerFrom, headerIn, lookAt, openSeal, openWhole, sealFile } from '#sealing/sealed-file.ts';

/** What is not above `restricted` is sealed under its key: that nothing lies open is proved more easily than that the right things do. */
export const keyFor = (level: Level): SealedLevel => (isSealedLevel(level) ? level : 'restricted');

/** Null for a file that is not sealed. */
const levelOf = async (path: string): Promise<SealedLevel | null> => (await headerIn(path))?.level ?? null;

/** Content that lies as it is, from a time before anything was sealed here; what was sealed since it was opened is opened as that. */
async function* asItIs(path: string, keys: () => Promise<LevelKeys>, at: number): AsyncGenerator<Uint8Array> {
  const file = await openFile(path, 'r');
  try {
    if ((await headerFrom(file)) === null) {
      const reading = { start: at, autoClose: false, highWaterMark: 256 * 1024 };
      return yield* file.createReadStream(reading) as AsyncIterable<Uint8Array>;
    }
  } finally {
    await file.close();
  }
  yield* (await openSeal(path, identityOfFile(path), await keys())).from(at);
}

/** Seals whatever an archive keeps, each file under a key of its own, bound to its name. */
export const sealedAtRest = (keys: () => Promise<LevelKeys>): AtRest => {
  const open: AtRest['open'] = async (path) => {
    const seen = await lookAt(path);
    const from = (at: number) => asItIs(path, keys, at);
    if (seen.header === null) return { bytes: seen.size, body: from(0), from };
    return openSeal(path, identityOfFile(path), await keys(), seen);
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
      const { header, size } = await lookAt(path);
      return header === null ? size : contentSize(size);
    },
    seal: async (path, plain, level, name = path) => {
      await sealFile(path, { ...identityOfFile(name), level: keyFor(level) }, plain, await keys());
    },
    passing: openPassing,
  };
};
