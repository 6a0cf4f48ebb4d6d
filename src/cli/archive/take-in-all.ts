import { writeFile } from 'node:fs/promises';
import { fatesCsv } from '#editorial/archive/fates-csv.ts';
import type { Fate } from '#editorial/archive/ingest.ts';
import { usualBounds } from '#media/sandbox/decoder-bounds.ts';
import type { IngestReport } from './ingest-report.ts';
import { collectsNativeGarbage } from './native-garbage.ts';
import type { IngestProgress } from './progress-line.ts';

export interface TakingIn<P> {
  readonly pieces: readonly P[];
  readonly work: (piece: P) => Promise<Fate>;
  /** Where every fate is written. */
  readonly report: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IngestProgress) => void;
}

/**
 * Takes pieces in, some at a time, until all are done, the signal aborts or the machine cannot go on, and writes down what became
 * of each.
 */
export const takeInAll = async <P extends { readonly name: string; readonly bytes: number }>({
  pieces,
  work,
  report,
  signal,
  onProgress,
}: TakingIn<P>): Promise<Pick<IngestReport, 'fates' | 'waiting' | 'report' | 'failure'>> => {
  const fates: Fate[] = [];
  const began = performance.now();
  const ofBytes = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  let bytes = 0;
  const waiting = [...pieces];
  const done = new Set<P>();
  const collect = collectsNativeGarbage();
  /** A full disk or a store that is gone is no fault of one file: nothing more is begun. */
  const giveUp = (cause: unknown): never => {
    waiting.length = 0;
    throw cause;
  };
  const takeOne = async (): Promise<void> => {
    for (let piece = waiting.shift(); piece && !signal.aborted; piece = waiting.shift()) {
      fates.push(await work(piece).catch(giveUp));
      done.add(piece);
      bytes += piece.bytes;
      await collect();
      const milliseconds = performance.now() - began;
      onProgress({ files: fates.length, ofFiles: pieces.length, bytes, ofBytes, milliseconds });
    }
  };
  // What is in hand is brought to its end before anything is closed under it
  const ends = await Promise.allSettled(Array.from({ length: usualBounds.processes }, takeOne));
  const broken = ends.find((end) => end.status === 'rejected');
  let failure: unknown = broken?.reason ?? null;
  // What was done is told even then, where the disk still takes it
  const written = await writeFile(report, fatesCsv(fates)).then(
    () => report,
    (cause: unknown) => {
      failure ??= cause;
      return null;
    },
  );
  const left = pieces.filter((piece) => !done.has(piece)).map(({ name }) => name);
  return { fates, waiting: left, report: written, failure };
};
