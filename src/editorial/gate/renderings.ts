import { z } from 'zod';
import { imageEdition } from '#record/records.ts';
import type { ImageRendering } from '../release/build-image.ts';
import type { LedgerFile } from './ledger-file.ts';

/** What was made of masters, by a key that stands for everything that decides how it looks. */
export interface Renderings {
  get(key: string): ImageRendering | null;
  save(key: string, master: string, rendering: ImageRendering): void;
  /** Names of all files that were made of a master. */
  blobsOf(master: string): string[];
  /** Forgets every rendering that needs this blob. */
  forget(sha: string): void;
  /** Forgets every rendering of which nothing is in a live picture: its blobs may be collected. */
  forgetUnused(): void;
}

const rendering = imageEdition.pick({
  width: true,
  height: true,
  thumbhash: true,
  sources: true,
  accessCopy: true,
});

const keysInUse = 'SELECT key FROM rendering_blobs JOIN blobs USING (sha)';

export function openRenderings(file: LedgerFile): Renderings {
  return {
    get: (key) => {
      const row = file.get('SELECT value FROM renderings WHERE key = ?', key);
      return row ? rendering.parse(JSON.parse(z.string().parse(row.value))) : null;
    },
    save: (key, master, made) =>
      file.transaction(() => {
        file.run('INSERT OR REPLACE INTO renderings VALUES (?, ?, ?)', key, master, JSON.stringify(made));
        for (const { blob } of [...made.sources, ...(made.accessCopy ? [made.accessCopy] : [])])
          file.run('INSERT OR IGNORE INTO rendering_blobs VALUES (?, ?)', key, blob);
      }),
    blobsOf: (master) =>
      file
        .all('SELECT DISTINCT sha FROM rendering_blobs JOIN renderings USING (key) WHERE master = ?', master)
        .map(({ sha }) => String(sha)),
    forget: (sha) =>
      file.transaction(() => {
        file.run('DELETE FROM renderings WHERE key IN (SELECT key FROM rendering_blobs WHERE sha = ?)', sha);
        file.run('DELETE FROM rendering_blobs WHERE sha = ?', sha);
      }),
    forgetUnused: () =>
      file.transaction(() => {
        file.run(`DELETE FROM renderings WHERE key NOT IN (${keysInUse})`);
        file.run(`DELETE FROM rendering_blobs WHERE key NOT IN (${keysInUse})`);
      }),
  };
}
