import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Payload } from 'payload';
import { z } from 'zod';
import { type MemoryIndex, openMemoryIndex } from '#translation/memory/memory.ts';
import { type Followed, openFollowed, type Progress, settled } from '../../beside/followed.ts';
import type { Hint } from '../../beside/hints.ts';
import { type MemoryFile, openMemoryFile, type Replaced } from './memory-file.ts';
import { nameOf, type Origin, originOf, readOrigin, readStamps } from './read-origins.ts';

/**
 * Translation memory of a studio: disposable, made from what was reviewed and what was brought, and from nothing else. It follows the
 * outbox; a row of that only says where to look.
 */
export interface StudioMemory extends Followed, Disposable {
  readonly index: MemoryIndex;
}

interface Parts {
  readonly payload: Payload;
  readonly file: MemoryFile;
  readonly index: MemoryIndex;
}

const readAgain = async ({ payload, file, index }: Parts, origin: Origin): Promise<void> => {
  const { stamp, units } = await readOrigin(payload, origin);
  let replaced: Replaced = { removed: [], added: [] };
  file.write(() => {
    replaced = file.replace(nameOf(origin), stamp, units);
  });
  for (const row of replaced.removed) index.remove(row);
  for (const { row, unit } of replaced.added) index.put(row, unit);
};

const originNamed = (name: string): Origin[] => {
  const slash = name.indexOf('/');
  const origin = originOf(name.slice(0, slash), name.slice(slash + 1));
  return origin ? [origin] : [];
};

const page = 500;

/** Reads what the file holds into the index, a little at a time: the studio goes on answering. */
export const load = async ({ file, index }: Pick<Parts, 'file' | 'index'>): Promise<void> => {
  for (let after = 0; ; ) {
    const units = file.units(after, page);
    for (const { row, unit } of units) index.put(row, unit);
    const last = units.at(-1);
    if (!last) return;
    after = last.row;
    await setImmediate();
  }
};

/** Compares the whole memory with the database, and reads again what differs: all of it, where the file is new. */
const compareAll = async (parts: Parts, tell: (progress: Progress) => void): Promise<void> => {
  const { payload, file } = parts;
  const [there, known] = [await readStamps(payload), file.stamps()];
  const differ = [...there].filter(([name, stamp]) => known.get(name) !== stamp).map(([name]) => name);
  const lost = [...known.keys()].filter((name) => !there.has(name));
  const origins = [...differ, ...lost].flatMap(originNamed);
  for (const [done, origin] of origins.entries()) {
    tell({ done, total: origins.length });
    await readAgain(parts, origin);
  }
};

const originsIn = (hints: readonly Hint[]): Origin[] => [
  ...new Map(
    hints.flatMap(({ collection, documentId }) => {
      const origin = originOf(collection, documentId);
      return origin ? [[nameOf(origin), origin] as const] : [];
    }),
  ).values(),
];

/** @param path of the file, null for a memory that lives as long as the process */
export const openStudioMemory = (payload: Payload, path: string | null): StudioMemory => {
  const file = openMemoryFile(path);
  const parts: Parts = { payload, file, index: openMemoryIndex(file.read) };
  const followed = openFollowed({
    payload,
    file,
    load: () => load(parts),
    compareAll: (tell) => compareAll(parts, tell),
    take: async (hints) => {
      for (const origin of originsIn(hints)) await readAgain(parts, origin);
    },
  });
  return Object.assign(followed, { index: parts.index, [Symbol.dispose]: () => file[Symbol.dispose]() });
};

const custom = z.looseObject({ archiveDir: z.string().optional() });

/** Pages and addresses of one studio are bundled apart: they share the memory that is kept beside their Payload. */
const place = Symbol.for('benthanh.memories');
const memories = (): WeakMap<Payload, StudioMemory> => {
  const holder = globalThis as { [place]?: WeakMap<Payload, StudioMemory> };
  holder[place] ??= new WeakMap();
  return holder[place];
};

/** The memory of a studio, opened when it is first asked for. */
export const memoryOf = (payload: Payload): StudioMemory => {
  const known = memories().get(payload);
  if (known) return known;
  const { archiveDir } = custom.parse(payload.config.custom);
  const memory = openStudioMemory(payload, archiveDir === undefined ? null : join(archiveDir, 'memory.db'));
  memories().set(payload, memory);
  return memory;
};

/**
 * The memory as it stands committed now.
 * @throws Failure `memory-indexing` as long as it is compared with the database for the first time
 */
export const settledMemory = async (payload: Payload): Promise<MemoryIndex> => {
  const memory = memoryOf(payload);
  await settled(memory, 'memory-indexing');
  return memory.index;
};

/** Follows the database in the background, so that the first question of a morning need not catch up with a night. */
export const keepMemoryFollowed = (payload: Payload): void => {
  const follow = () =>
    memoryOf(payload)
      .settle()
      .catch((err: unknown) => payload.logger.warn({ err }, 'translation memory did not follow'));
  setInterval(follow, 20_000).unref();
  void follow();
};
