import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type AtRest, isHarm } from '#media/intake/at-rest.ts';
import type { MasterReader } from '#media/intake/master-store.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What was made of masters for the screens of the studio: sealed as the master is, where that is sealed. */
export interface KeptCopies {
  /** Null where none is kept that can be read; one that lies there as it is, though it ought not to, is none. */
  read(path: string): Promise<Bytes | null>;
  /** Written beside its place and moved there, so that nobody reads half a picture. */
  keep(path: string, sha256: string, bytes: Uint8Array): Promise<void>;
}

export interface SealedMasters {
  readonly atRest: AtRest;
  readonly masters: Pick<MasterReader, 'levelOf'>;
}

const folderOf = (path: string) => mkdir(dirname(path), { recursive: true, mode: 0o700 });

const plainCopies: KeptCopies = {
  read: async (path) => {
    const known = await readFile(path).catch(() => null);
    return known && new Uint8Array(known);
  },
  keep: async (path, _, bytes) => {
    const arriving = `${path}.${randomUUID()}`;
    try {
      await folderOf(path);
      await writeFile(arriving, bytes, { mode: 0o600 });
      await rename(arriving, path);
    } catch (cause) {
      await rm(arriving, { force: true }).catch(() => undefined);
      throw cause;
    }
  },
};

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** @param sealed undefined: copies lie there as they are */
export const openKeptCopies = (sealed: SealedMasters | undefined): KeptCopies => {
  if (!sealed) return plainCopies;
  const { atRest, masters } = sealed;
  return {
    read: async (path) => {
      try {
        const { bytes, isSealed } = await atRest.whole(path);
        return isSealed ? new Uint8Array(bytes) : null;
      } catch (cause) {
        const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
        if (isAbsent || isHarm(cause)) return null;
        throw cause;
      }
    },
    keep: async (path, sha256, bytes) => {
      await folderOf(path);
      await atRest.seal(path, inOne(bytes), (await masters.levelOf(sha256)) ?? 'unreviewed');
    },
  };
};
