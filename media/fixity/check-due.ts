import type { Level } from '#access/level.ts';
import type { Failure } from '#errors/failure.ts';
import { isKeyAway } from '../intake/at-rest.ts';
import { type MasterStore, openMasterStore } from '../intake/master-store.ts';
import { lookAtMaster, type Reading } from './look.ts';
import { mendMaster, type Unmended } from './mend.ts';
import type { FixityRecord } from './record.ts';
import type { NextMaster, Passed } from './record-reader.ts';

/** What was found of one master. `mended`: it was wrong, and is sound now. */
export interface Looked {
  readonly sha256: string;
  readonly outcome: 'sound' | 'mended' | 'damaged' | 'missing';
  /** What it was when it was last looked at. */
  readonly before: NextMaster['state'];
  /** Why what is wrong could not be mended, and what stood in the way. */
  readonly why?: Unmended;
  readonly cause?: unknown;
}

export interface CheckParts extends Reading {
  readonly dir: string;
  /** A copy of the store to mend from. */
  readonly mirror: string | undefined;
  /** As what a master that is mended is to be sealed, by what names it; undefined: nothing does. */
  readonly levelFor?: ((sha256: string) => Promise<Level | undefined>) | undefined;
  readonly record: FixityRecord;
  readonly onLooked: (looked: Looked) => void;
  /** Told of each that was passed over, for want of which key. */
  readonly onPassed: (sha256: string, away: Failure) => void;
}

/**
 * Looks at what is wrong and at what was last looked at before a moment, the oldest first, and mends what it can, until
 * nothing is due. Rejects when the signal aborts; the master that was being read then counts as not looked at. What lies under a key
 * that is out of reach is passed over, counts as not looked at either, and keeps no other waiting.
 */
export async function checkDue(parts: CheckParts, before: Date): Promise<void> {
  const { record, dir, signal, onLooked, onPassed } = parts;
  const began = new Date();
  const store = await openMasterStore(dir, parts.atRest);
  let passed: Passed = {};
  for (;;) {
    signal.throwIfAborted();
    const master = record.next(began, before, passed);
    if (master === null) return;
    const looked = await check(parts, store, master).catch((cause: unknown) => {
      if (!isKeyAway(cause)) throw cause;
      onPassed(master.sha256, cause);
      return 'passed' as const;
    });
    if (looked === 'passed') {
      passed = { ...passed, [isWrong(master) ? 'wrong' : 'old']: master };
      continue;
    }
    // A clock that is set back must not make a master due again and again.
    const now = new Date(Math.max(Date.now(), began.getTime()));
    if (looked === null) record.forget(master.sha256);
    else {
      record.note(master.sha256, looked.outcome === 'mended' ? 'sound' : looked.outcome, now);
      onLooked(looked);
    }
  }
}

const isWrong = ({ state }: NextMaster): boolean => state === 'damaged' || state === 'missing';

/** @returns null for what no image names and has gone */
async function check(parts: CheckParts, store: MasterStore, master: NextMaster): Promise<Looked | null> {
  const { sha256, state: before } = master;
  const found = await lookAtMaster(parts.dir, sha256, parts);
  if (found === 'sound') return { sha256, outcome: 'sound', before };
  if (found === 'missing' && master.expected === 0) return null;
  const mending = await mendMaster({ ...parts, store }, sha256);
  if (mending.mended) return { sha256, outcome: 'mended', before };
  return { sha256, outcome: found, before, why: mending.why, cause: mending.cause };
}
