import type { Config } from '#config/config.ts';
import { expectedMasters } from '#editorial/archive/expected-masters.ts';
import { atRestOf } from '#editorial/at-rest/at-rest-of.ts';
import { wantedLevel } from '#editorial/at-rest/wanted-level.ts';
import type { Failure } from '#errors/failure.ts';
import { checkDue, type Looked } from '#media/fixity/check-due.ts';
import { dueBefore } from '#media/fixity/due.ts';
import { openPace } from '#media/fixity/pace.ts';
import { openFixityRecord } from '#media/fixity/record.ts';
import { takeStock } from '#media/fixity/take-stock.ts';
import { openStudio } from '../open-studio.ts';
import type { FixityReport, Passed } from './fixity-report.ts';
import type { Progress } from './progress-line.ts';

export interface MastersCheck {
  readonly config: Config;
  /** Everything, not only what is due. */
  readonly whole: boolean;
  readonly bytesPerSecond: number;
  readonly signal: AbortSignal;
  /** Told when it goes on with a check of everything that was broken off. */
  readonly onResumed: (began: Date) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** Checks masters until none is due or the signal aborts; what is done by then is kept. */
export async function checkMasters(parts: MastersCheck): Promise<FixityReport> {
  const { mastersDir: dir, mastersMirror: mirror } = parts.config;
  const { signal } = parts;
  const atRest = atRestOf(parts.config);
  const found = { sound: 0, mended: 0, damaged: 0, missing: 0 };
  const wrong: Looked[] = [];
  const passed: Passed[] = [];
  try {
    using record = openFixityRecord(dir);
    await using studio = await openStudio(parts.config);
    await takeStock({ dir, atRest, record, expected: expectedMasters(studio.payload), signal });
    const levelFor = (sha256: string) => wantedLevel(studio.payload, sha256);
    const now = new Date();
    const before = parts.whole ? record.beginWhole(now) : dueBefore('promised', now);
    if (parts.whole && before < now) parts.onResumed(before);
    const count = counter(record.waiting(now, before), parts.onProgress);
    const onLooked = (looked: Looked) => {
      found[looked.outcome] += 1;
      if (looked.why !== undefined) wrong.push(looked);
      count.master();
    };
    const onPassed = (sha256: string, away: Failure) => void passed.push({ sha256, away });
    const pace = openPace(parts.bytesPerSecond);
    const told = { onBytes: count.bytes, onLooked, onPassed };
    await checkDue({ dir, atRest, mirror, levelFor, record, pace, signal, ...told }, before);
    // What was passed over is part of everything: the next check goes on with it
    if (parts.whole && passed.length === 0) record.endWhole();
    return { found, wrong, passed, stopped: false };
  } catch (cause) {
    if (!signal.aborted) throw cause;
    return { found, wrong, passed, stopped: true };
  }
}

function counter(of: { masters: number; bytes: number }, onProgress: MastersCheck['onProgress']) {
  const began = performance.now();
  const done = { masters: 0, bytes: 0 };
  const tell = () => {
    const milliseconds = performance.now() - began;
    onProgress({ ...done, ofMasters: of.masters, ofBytes: of.bytes, milliseconds });
  };
  return {
    master: () => {
      done.masters += 1;
      tell();
    },
    bytes: (bytes: number) => {
      done.bytes += bytes;
      tell();
    },
  };
}
