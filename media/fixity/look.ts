import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { masterPath } from '../intake/master-store.ts';
import { keepPace, type Pace } from './pace.ts';
import type { MasterState } from './record.ts';

export interface Reading {
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** Told after each piece how many bytes it had. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

const piece = 256 * 1024;

/** Hashes what lies in a store under a name. What cannot be read counts as damaged: it is of no use to anybody as it is. */
export async function lookAtMaster(dir: string, sha256: string, reading: Reading): Promise<MasterState> {
  const { pace, signal, onBytes } = reading;
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(masterPath(dir, sha256), { highWaterMark: piece })) {
      await keepPace(pace, chunk.length, signal);
      hash.update(chunk);
      onBytes?.(chunk.length);
    }
  } catch (cause) {
    signal.throwIfAborted();
    return codeOf(cause) === 'ENOENT' ? 'missing' : 'damaged';
  }
  return hash.digest('hex') === sha256 ? 'sound' : 'damaged';
}

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : undefined);
