import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of pictures by the SHA-256 of their bytes, in a folder of the node's own. */
export interface ImageStore {
  has(sha256: string): boolean;
  /** The caller has checked that the bytes bear this name. */
  put(sha256: string, bytes: Uint8Array): void;
  /** @throws when there is no such file */
  read(sha256: string): Promise<Buffer>;
  /** Where a file is, for a process that reads it itself. */
  pathOf(sha256: string): string;
  remove(sha256: string): void;
  /** Names of all files. */
  list(): string[];
}

/** @param dir folder of the node */
export const openImageStore = (dir: string): ImageStore => {
  const root = join(dir, 'images');
  const fileOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256);
  mkdirSync(root, { recursive: true });
  return {
    has: (sha256) => existsSync(fileOf(sha256)),
    put: (sha256, bytes) => {
      const file = fileOf(sha256);
      mkdirSync(join(root, sha256.slice(0, 2)), { recursive: true });
      writeFileSync(`${file}.part`, bytes);
      renameSync(`${file}.part`, file);
    },
    read: (sha256) => readFile(fileOf(sha256)),
    pathOf: fileOf,
    remove: (sha256) => rmSync(fileOf(sha256), { force: true }),
    list: () => readdirSync(root, { withFileTypes: true }).flatMap((folder) => readdirSync(join(root, folder.name))),
  };
};
