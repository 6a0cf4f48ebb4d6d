/** What lies in the cache of tiles: how large, and what was used when. It knows names and numbers, no files. */
export interface TileIndex {
  /** Notes that a file was used. */
  touch(folder: string, name: string): void;
  /** Notes a file. @returns the files that have to go, so that the whole stays within its bound */
  add(folder: string, name: string, bytes: number): { readonly folder: string; readonly name: string }[];
  dropFolder(folder: string): void;
  /** Bytes of all files. */
  total(): number;
}

/** @param capacity bytes of all files together; those used least recently go first */
export const openTileIndex = (capacity: number): TileIndex => {
  const held = new Map<string, { folder: string; name: string; bytes: number }>();
  const folders = new Map<string, Set<string>>();
  let total = 0;
  const keyOf = (folder: string, name: string): string => `${folder}/${name}`;
  const forget = (key: string): void => {
    const file = held.get(key);
    if (!file) return;
    held.delete(key);
    total -= file.bytes;
    const keys = folders.get(file.folder);
    keys?.delete(key);
    if (keys?.size === 0) folders.delete(file.folder);
  };
  return {
    touch: (folder, name) => {
      const key = keyOf(folder, name);
      const file = held.get(key);
      if (!file) return;
      held.delete(key);
      held.set(key, file);
    },
    add: (folder, name, bytes) => {
      const key = keyOf(folder, name);
      forget(key);
      held.set(key, { folder, name, bytes });
      folders.set(folder, (folders.get(folder) ?? new Set()).add(key));
      total += bytes;
      const going = [];
      for (const [oldest, file] of held) {
        if (total <= capacity) break;
        forget(oldest);
        going.push({ folder: file.folder, name: file.name });
      }
      return going;
    },
    dropFolder: (folder) => {
      for (const key of [...(folders.get(folder) ?? [])]) forget(key);
    },
    total: () => total,
  };
};
