import { z } from 'zod';
import { origin, type Position } from '#feed/position.ts';
import { type Derivations, openDerivations } from './derivations.ts';
import { openLedgerFile } from './ledger-file.ts';
import { type LiveRecords, liveRecords } from './live-records.ts';
import { type Names, openNames } from './names.ts';
import { type Orphans, openOrphans } from './orphans.ts';
import { openRenderings, type Renderings } from './renderings.ts';
import { openStances, type Stances } from './stances.ts';

const position = z.object({
  feed: z.string().nullable(),
  segment: z.int(),
  seq: z.int(),
  head: z.string().nullable(),
}) satisfies z.ZodType<Position>;

/** All that the gate remembers, in one file. */
export interface Ledger extends Disposable {
  readonly names: Names;
  readonly live: LiveRecords;
  readonly orphans: Orphans;
  readonly stances: Stances;
  readonly renderings: Renderings;
  readonly derivations: Derivations;
  /** How far it has followed the feed. */
  position(): Position;
  setPosition(position: Position): void;
  /** Time of the newest outbox row that was handled; null before the first. */
  watermark(): Date | null;
  setWatermark(at: Date): void;
  /** When the last snapshot was written; before the first, when the feed began. */
  snapshotAt(): Date | null;
  setSnapshotAt(at: Date): void;
  /** When something was last withdrawn whose words must leave old segments soon; null: nothing waits for that. */
  graveSince(): Date | null;
  setGraveSince(at: Date | null): void;
  /** When segments that the last snapshot covers are to be removed without waiting for the week; null: no haste. */
  pruneDue(): Date | null;
  setPruneDue(at: Date | null): void;
  transaction<T>(work: () => T): T;
}

export function openLedger(dir: string): Ledger {
  const file = openLedgerFile(dir);
  const meta = (key: string): unknown => file.get('SELECT value FROM meta WHERE key = ?', key)?.value;
  const setMeta = (key: string, value: string) => file.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
  const date = (key: string): Date | null => {
    const value = meta(key);
    return typeof value === 'string' ? new Date(value) : null;
  };
  const setDate = (key: string, at: Date | null) =>
    at ? setMeta(key, at.toISOString()) : file.run('DELETE FROM meta WHERE key = ?', key);
  const orphans = openOrphans(file);
  return {
    names: openNames(file, orphans),
    live: liveRecords(file, orphans),
    orphans,
    stances: openStances(file),
    renderings: openRenderings(file),
    derivations: openDerivations(file),
    position: () => position.catch(origin).parse(JSON.parse(String(meta('position') ?? 'null'))),
    setPosition: (value) => setMeta('position', JSON.stringify(value)),
    watermark: () => date('watermark'),
    setWatermark: (at) => setMeta('watermark', at.toISOString()),
    snapshotAt: () => date('snapshot'),
    setSnapshotAt: (at) => setMeta('snapshot', at.toISOString()),
    graveSince: () => date('grave'),
    setGraveSince: (at) => setDate('grave', at),
    pruneDue: () => date('prune'),
    setPruneDue: (at) => setDate('prune', at),
    transaction: (work) => file.transaction(work),
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}
