import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sealedAtRest } from '#editorial/at-rest/sealed-at-rest.ts';
import type { AtRest } from '#media/intake/at-rest.ts';
import { openMasterReader, openMasterStore } from '#media/intake/master-store.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import { makeScratch } from './support/endings.ts';
import { percentile } from './support/percentile.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { halfAndMost, inTurns, type Turns } from './support/timed.ts';

/** Bytes of a master, and how many are written and read in turns. */
const size = 10_000_000;
const rounds = 60;

interface Store {
  write(bytes: Uint8Array): Promise<string>;
  read(sha256: string): Promise<unknown>;
}

const openStore = async (dir: string, atRest?: AtRest): Promise<Store> => {
  const store = await openMasterStore(dir, atRest);
  const reader = openMasterReader(dir, atRest);
  return { write: async (bytes) => (await store.put(bytes)).sha256, read: (sha256) => reader.read(sha256) };
};

const figureOf = (what: string, { ours, baseline }: Turns): Figure => {
  const ratio = percentile(baseline, 0.5) / percentile(ours, 0.5);
  return {
    ...{ what, ours: halfAndMost(ours), baseline: halfAndMost(baseline) },
    ...{ ratio: `${ratio.toFixed(2)} ×`, goal: '≥ 0.7 ×', met: ratio >= 0.7 },
  };
};

/** Measures the store that seals against the one that does not. */
export const measureSealing = async (): Promise<Section> => {
  say('sealing: masters written and read');
  await using scratch = await makeScratch('sealing');
  const unlock = randomBytes(32);
  const keysDir = join(scratch.path, 'keys');
  await addGeneration(keysDir, 'restricted', unlock);
  const keys = openKeyFolder(keysDir, unlock);
  const sealed = await openStore(
    join(scratch.path, 'sealed'),
    sealedAtRest(async () => keys),
  );
  const plain = await openStore(join(scratch.path, 'plain'));
  // The key is unlocked before anything is measured: that happens once in the life of a process
  await sealed.write(randomBytes(10));
  const drawn = randomBytes(size);
  /** Bytes that no store has seen: drawing all of them anew would cost more than what is measured. */
  const fresh = () => {
    drawn.set(randomBytes(16));
    return drawn;
  };
  const written = await inTurns({
    ours: () => sealed.write(fresh()),
    baseline: () => plain.write(fresh()),
    rounds,
  });
  const same = fresh();
  const [kept, bare] = [await sealed.write(same), await plain.write(same)];
  const read = await inTurns({ ours: () => sealed.read(kept), baseline: () => plain.read(bare), rounds });
  return {
    title: 'Sealing: a master of 10 MB',
    command: 'npm run bench -- sealing',
    how: `The store that seals (AES-256-GCM in chunks of 64 KiB, a key for each file, wrapped under the key of its level) against the same store without keys, ${rounds} masters each in turns. Written: received, hashed, flushed to the disk, put in its place; what arrives is encrypted for the way as well. Read: whole, and proved. What is read plain is hashed; what is sealed is proved by its seal, which is bound to that hash.`,
    figures: [
      figureOf('written: from the first byte to its place in the store', written),
      figureOf('read whole and proved', read),
    ],
  };
};
