import { z } from 'zod';
import { origin, type Position } from '#feed/position.ts';
import type { ImageRendering } from '../release/build-image.ts';
import { type LedgerFile, openLedgerFile } from './ledger-file.ts';
import { type LiveRecords, liveRecords } from './live-records.ts';
import { type Names, openNames } from './names.ts';
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
  readonly stances: Stances;
  readonly renderings: Renderings;
  /** How far it has followed the feed. */
  position(): Position;
  setPosition(position: Position): void;
  /** Time of the newest outbox row that was handled; null before the first. */
  watermark(): Date | null;
  setWatermark(at: Date): void;
  /** When the last snapshot was written; null before the first. */
  snapshotAt(): Date | null;
  setSnapshotAt(at: Date): void;
  transaction<T>(work: () => T): T;
}

/** What was made of masters, by everything that decides how it looks. */
export interface Renderings {
  get(key: string): ImageRendering | null;
  save(key: string, rendering: ImageRendering): void;
  /** Forgets every rendering that needs this blob. */
  forget(sha: string): void;
}

export function openLedger(dir: string): Ledger {
  const file = openLedgerFile(dir);
  const meta = (key: string): unknown => file.get('SELECT value FROM meta WHERE key = ?', key)?.value;
  const setMeta = (key: string, value: string) => file.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
  const date = (key: string): Date | null => {
    const value = meta(key);
    return typeof value === 'string' ? new Date(value) : null;
  };
  return {
    names: openNames(file),
    live: liveRecords(file),
    stances: openStances(file),
    renderings: openRenderings(file),
    position: () => position.catch(origin).parse(JSON.parse(String(meta('position') ?? 'null'))),
    setPosition: (value) => setMeta('position', JSON.stringify(value)),
    watermark: () => date('watermark'),
    setWatermark: (at) => setMeta('watermark', at.toISOString()),
    snapshotAt: () => date('snapshot'),
    setSnapshotAt: (at) => setMeta('snapshot', at.toISOString()),
    transaction: (work) => file.transaction(work),
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

function openRenderings(file: LedgerFile): Renderings {
  return {
    get: (key) => {
      const row = file.get('SELECT value FROM renderings WHERE key = ?', key);
      return typeof row?.value === 'string' ? (JSON.parse(row.value) as ImageRendering) : null;
    },
    save: (key, rendering) =>
      file.transaction(() => {
        file.run('INSERT OR REPLACE INTO renderings VALUES (?, ?)', key, JSON.stringify(rendering));
        for (const { blob } of rendering.sources)
          file.run('INSERT OR IGNORE INTO rendering_blobs VALUES (?, ?)', key, blob);
      }),
    forget: (sha) =>
      file.transaction(() => {
        file.run('DELETE FROM renderings WHERE key IN (SELECT key FROM rendering_blobs WHERE sha = ?)', sha);
        file.run('DELETE FROM rendering_blobs WHERE sha = ?', sha);
      }),
  };
}
