import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { openTileIndex, type TileIndex } from './tile-index.ts';

/** Where a tile lies: everything that was cut of a picture in one folder, each version of it in a folder of its own. */
export interface TilePlace {
  /** Public id of the picture. */
  readonly id: string;
  readonly version: string;
  readonly name: string;
}

/**
 * Tiles that were cut, in files, up to a number of bytes. It decides nothing: whoever asks has made sure that the picture
 * can be seen at this moment. Nothing depends on it; where it cannot write, tiles are cut again.
 */
export interface TileCache {
  read(place: TilePlace): Promise<Buffer | null>;
  /** @param still asked right before the tile becomes part of the cache, in one breath with it */
  keep(place: TilePlace, bytes: Uint8Array, still: () => boolean): Promise<void>;
  /** Deletes whatever was cut of a picture. @returns whether nothing is left of it */
  drop(id: string): boolean;
  /** Takes in what an earlier process has left, and deletes what is not current. */
  takeStock(isCurrent: (id: string, version: string) => boolean): Promise<void>;
}

/** After a failure nothing is written for so long (milliseconds): a full disk is not asked at every tile. */
const pause = 30_000;

/** Ids tell small letters from capitals, which not every file system does. */
const folderOf = (id: string): string => Buffer.from(id, 'base64url').toString('hex');
const idOf = (folder: string): string => Buffer.from(folder, 'hex').toString('base64url');

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

/** Folder of what is being written. */
const partsName = 'parts';

const digestLength = 32;
const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** A file ends with the hash of what comes before: a power cut may leave any part of it. */
const sealed = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, digestOf(bytes)]);
const unsealed = (file: Buffer): Buffer | null => {
  const bytes = file.subarray(0, Math.max(0, file.length - digestLength));
  return digestOf(bytes).equals(file.subarray(bytes.length)) ? bytes : null;
};

interface Parts {
  readonly root: string;
  readonly index: TileIndex;
  readonly log: Logger;
  readonly evict: (files: ReturnType<TileIndex['add']>) => Promise<void>;
}

const keeper = ({ root, index, log, evict }: Parts): TileCache['keep'] => {
  let [count, pausedUntil] = [0, 0];
  return async ({ id, version, name }, bytes, still) => {
    if (Date.now() < pausedUntil) return;
    count += 1;
    const [part, folder] = [join(root, partsName, String(count)), `${folderOf(id)}/${version}`];
    try {
      await mkdir(join(root, partsName), { recursive: true });
      await writeFile(part, sealed(bytes));
      if (still()) {
        mkdirSync(join(root, folder), { recursive: true });
        renameSync(part, join(root, folder, name));
        await evict(index.add(folderOf(id), `${version}/${name}`, bytes.byteLength + digestLength));
      }
    } catch (error) {
      pausedUntil = Date.now() + pause;
      log.warn({ code: codeOf(error) }, 'tiles cannot be kept; they are cut again when they are asked for');
    }
    await rm(part, { force: true }).catch(() => undefined);
  };
};

/** Folders that are gone meanwhile, and a cache that does not exist yet, are as good as empty. */
const listed = async (path: string): Promise<string[]> => readdir(path).catch(() => []);

const stockTaker =
  ({ root, index, log, evict }: Parts): TileCache['takeStock'] =>
  async (isCurrent) => {
    const takeVersion = async (folder: string, version: string): Promise<void> => {
      const path = join(root, folder, version);
      if (!isCurrent(idOf(folder), version)) return rm(path, { recursive: true, force: true });
      for (const name of await listed(path)) {
        const found = await stat(join(path, name)).catch(() => null);
        if (found) await evict(index.add(folder, `${version}/${name}`, found.size));
      }
    };
    try {
      for (const folder of await listed(root))
        if (folder !== partsName)
          for (const version of await listed(join(root, folder))) await takeVersion(folder, version);
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'tiles of before cannot be deleted');
    }
  };

/** What a process that was killed was about to keep. */
const forgetParts = (root: string): void => {
  try {
    rmSync(join(root, partsName), { recursive: true, force: true });
  } catch {
    // Where nothing can be deleted nothing can be kept either, and that is told then
  }
};

/**
 * @param root folder of the tiles, made when the first is kept
 * @param capacity bytes; 0: none is kept
 */
export const openTileCache = (root: string, capacity: number, log: Logger): TileCache => {
  forgetParts(root);
  const index = openTileIndex(capacity);
  const evict: Parts['evict'] = async (files) => {
    for (const { folder, name } of files) await rm(join(root, folder, name), { force: true });
  };
  const parts = { root, index, log, evict };
  return {
    read: async ({ id, version, name }) => {
      const file = await readFile(join(root, folderOf(id), version, name)).catch(() => null);
      const bytes = file && unsealed(file);
      if (bytes) index.touch(folderOf(id), `${version}/${name}`);
      return bytes;
    },
    keep: capacity > 0 ? keeper(parts) : async () => undefined,
    drop: (id) => {
      index.dropFolder(folderOf(id));
      try {
        rmSync(join(root, folderOf(id)), { recursive: true, force: true });
        return true;
      } catch (error) {
        log.error({ code: codeOf(error) }, 'tiles of a picture that changed cannot be deleted');
        return false;
      }
    },
    takeStock: stockTaker(parts),
  };
};
