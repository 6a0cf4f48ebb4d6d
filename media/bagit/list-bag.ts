import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BagFault, bagFault } from './faults.ts';

/** Everything that lies in a bag. */
export interface Listing {
  /** Bytes of each file, by its path with `/`. */
  readonly files: ReadonlyMap<string, number>;
  readonly folders: ReadonlySet<string>;
  readonly faults: readonly BagFault[];
}

/** Lists a bag's folder. No link is followed: what a bag holds lies in the bag. */
export const listBag = async (dir: string): Promise<Listing> => {
  const files = new Map<string, number>();
  const folders = new Set<string>();
  const faults: BagFault[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(dir, folder), { withFileTypes: true });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) faults.push(bagFault('file-is-link', path));
      else if (entry.isDirectory()) {
        folders.add(path);
        await walk(path);
      } else if (entry.isFile()) {
        // A name that is no UTF-8 cannot be asked for by the text that stands for it
        const found = await lstat(join(dir, path)).catch(() => null);
        if (found) files.set(path, found.size);
        else faults.push(bagFault('file-unreadable', path));
      } else faults.push(bagFault('file-special', path));
    }
  };
  await walk('');
  return { files, folders, faults };
};
