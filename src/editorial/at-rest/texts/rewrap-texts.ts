import type { Payload } from 'payload';
import { Failure } from '#errors/failure.ts';
import { type SealedLevel, sealedLevels } from '#sealing/identity.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import { rewrapExactKey } from './exact-key.ts';
import { type Sealed, sealWanted } from './seal-texts.ts';
import { storedRowsOf } from './stored-rows.ts';
import { storedTexts } from './stored-walk.ts';

/** The newest generation of each level that has keys. */
const currentOf = async (keys: LevelKeys): Promise<ReadonlyMap<SealedLevel, number>> => {
  const current = new Map<SealedLevel, number>();
  for (const level of sealedLevels) {
    const generation = await keys.current(level).catch((cause: unknown) => {
      if (cause instanceof Failure && cause.code === 'seal-key-missing') return null;
      throw cause;
    });
    if (generation !== null) current.set(level, generation);
  }
  return current;
};

/** Brings the key of addresses under the newest key of `restricted`: an earlier one is destroyed without it. */
export const keepAddresses = async (payload: Payload): Promise<void> => {
  const stored = storedRowsOf(payload.db);
  if (stored) await rewrapExactKey(stored, await stored.keys());
};

/**
 * Brings what lies in the database under the newest key of its level, and the key of addresses with it. Stopped anywhere, the next call goes on.
 * @param onDone told after each row and version
 * @returns null where texts lie in the database as they are
 */
export const rewrapTexts = async (payload: Payload, onDone?: (done: Sealed) => void): Promise<Sealed | null> => {
  const stored = storedRowsOf(payload.db);
  if (!stored) return null;
  await keepAddresses(payload);
  const current = await currentOf(await stored.keys());
  const isEarlier = (of: { level: SealedLevel; generation: number }) => current.get(of.level) !== of.generation;
  return sealWanted(
    payload,
    storedTexts(payload, stored),
    async (_, lying) => lying.isOpen || lying.keys.some(isEarlier),
    onDone,
  );
};
