import { createHash } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import { type AtRest, isHarm } from '../intake/at-rest.ts';
import { openKept } from '../intake/kept.ts';
import { masterPath } from '../intake/master-store.ts';
import { keepPace, type Pace } from './pace.ts';
import type { MasterState } from './record.ts';

export interface Reading {
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** How they lie there, where they do not lie there as they are. */
  readonly atRest?: AtRest | undefined;
  /** Told after each piece how many bytes it had. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** Hashes what lies in a store under a name, opened where it is sealed. What cannot be read counts as damaged: it is of no use to anybody as it is. */
export async function lookAtMaster(dir: string, sha256: string, reading: Reading): Promise<MasterState> {
  const { pace, signal, onBytes, atRest } = reading;
  const hash = createHash('sha256');
  try {
    const { body } = await openKept(masterPath(dir, sha256), atRest);
    for await (const chunk of body) {
      await keepPace(pace, chunk.length, signal);
      hash.update(chunk);
      onBytes?.(chunk.length);
    }
  } catch (cause) {
    signal.throwIfAborted();
    // A key that is out of reach says nothing of what is sealed under it
    if (cause instanceof Failure && !isHarm(cause)) throw cause;
    return codeOf(cause) === 'ENOENT' ? 'missing' : 'damaged';
  }
  return hash.digest('hex') === sha256 ? 'sound' : 'damaged';
}

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : undefined);
