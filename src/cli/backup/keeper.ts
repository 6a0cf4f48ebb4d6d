import { keepFile } from '#backup/keep-file.ts';
import type { KeptFile, KeptTable, StoreName } from '#backup/manifest.ts';
import type { Repository } from '#backup/repository.ts';

/** Gathers what a backup keeps. */
export interface Keeper {
  readonly files: KeptFile[];
  readonly tables: KeptTable[];
  /** Files whose content was not kept by an earlier backup. */
  readonly fresh: { files: number; bytes: number };
  /** @returns null where the file is not there any more */
  keep(store: StoreName, root: string, path: string): Promise<KeptFile | null>;
}

/** @param signal ends the work between two files @param onFile told after each */
export function openKeeper(repository: Repository, signal: AbortSignal, onFile: (files: number) => void): Keeper {
  const keeper: Keeper = {
    files: [],
    tables: [],
    fresh: { files: 0, bytes: 0 },
    async keep(store, root, path) {
      signal.throwIfAborted();
      const kept = await keepFile(repository, { store, root, path });
      if (kept === null) return null;
      keeper.files.push(kept.file);
      if (kept.isNew) {
        keeper.fresh.files += 1;
        keeper.fresh.bytes += kept.file.bytes;
      }
      onFile(keeper.files.length);
      return kept.file;
    },
  };
  return keeper;
}
