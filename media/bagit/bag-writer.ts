import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { syncFolder } from '../intake/master-store.ts';
import { ourAlgorithms } from './algorithms.ts';
import { type BagInfo, infoText, oxumText } from './bag-info.ts';
import { declarationFile, ourDeclaration } from './declaration.ts';
import { type Digests, hashFile, openHashing } from './hash-file.ts';
import { listBag } from './list-bag.ts';
import { manifestLine } from './manifest.ts';
import { utf8 } from './tag-text.ts';

/** What stands in a bag under one path. */
interface Written {
  readonly digests: Digests;
  readonly bytes: number;
}

/** A bag that is being written, beside the place where it will stand. */
export interface BagWriter {
  /** Writes a file of the payload, or finds that an earlier run has written it; `path` begins with `data/`. */
  put(path: string, content: Uint8Array): Promise<void>;
  /**
   * The same for a file on disk, or for content that is opened when it is read, whose bytes must have this SHA-256.
   * @returns false where they have not, or where there is no file: nothing is written then
   */
  copy(
    path: string,
    from: string | (() => AsyncIterable<Uint8Array>),
    sha256: string,
    onBytes: (bytes: number) => void,
  ): Promise<boolean>;
  /** Takes a folder of the payload out again. */
  drop(folder: string): Promise<void>;
  /** Removes what is not of this bag, writes the tag files and puts the bag in its place. */
  finish(info: BagInfo): Promise<void>;
}

/** Where a bag is written until it is whole. */
export const stagingOf = (out: string): string => `${out}.part`;

const folderMode = 0o750;
const fileMode = 0o640;

/** @throws Failure `bag-exists` where something stands in the bag's place */
export const openBagWriter = async (out: string): Promise<BagWriter> => {
  const there = await readdir(out).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw new Failure('bag-exists', { path: out }, { cause });
  });
  if (there.length > 0) throw new Failure('bag-exists', { path: out });
  const dir = stagingOf(out);
  await mkdir(join(dir, 'data'), { recursive: true, mode: folderMode });
  const written = new Map<string, Written>();
  const kept = async (path: string, sha256: string | undefined): Promise<boolean> => {
    const target = join(dir, path);
    const found = await stat(target).catch(() => null);
    const read = found?.isFile() ? await hashFile(target, ourAlgorithms) : null;
    if (!read || read.digests.sha256 !== sha256) return false;
    written.set(path, read);
    return true;
  };
  return {
    put: async (path, content) => {
      const hashing = openHashing(['sha256']);
      hashing.add(content);
      if (await kept(path, hashing.end().sha256)) return;
      written.set(path, await writeFile(join(dir, path), () => [content]));
    },
    copy: async (path, from, sha256, onBytes) => {
      const target = join(dir, path);
      if (await kept(path, sha256)) {
        onBytes(written.get(path)?.bytes ?? 0);
        return true;
      }
      const made = await writeFile(
        target,
        typeof from === 'string' ? () => createReadStream(from) : from,
        onBytes,
      ).catch((cause: unknown) => {
        if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
        throw cause;
      });
      if (made?.digests.sha256 === sha256) written.set(path, made);
      else await rm(target, { force: true });
      return made?.digests.sha256 === sha256;
    },
    drop: async (folder) => {
      for (const path of written.keys()) if (path.startsWith(`${folder}/`)) written.delete(path);
      await rm(join(dir, folder), { recursive: true, force: true });
    },
    finish: (info) => finish(dir, out, written, info),
  };
};

/**
 * @param content opened only once everything else is ready: a stream of a missing file fails where nobody listens yet
 * @NOTE Renamed only when whole and flushed, so that a file under its own name is either all there or not at all.
 */
const writeFile = async (
  target: string,
  content: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Written> => {
  await mkdir(dirname(target), { recursive: true, mode: folderMode });
  const unfinished = `${target}.writing`;
  const file = await open(unfinished, 'w', fileMode);
  const hashing = openHashing(ourAlgorithms);
  let bytes = 0;
  try {
    for await (const chunk of content()) {
      hashing.add(chunk);
      await file.writeFile(chunk);
      bytes += chunk.byteLength;
      onBytes(chunk.byteLength);
    }
    await file.sync();
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  } finally {
    await file.close();
  }
  await rename(unfinished, target);
  return { digests: hashing.end(), bytes };
};

const byName = (one: string, other: string): number => (one < other ? -1 : 1);

const finish = async (
  dir: string,
  out: string,
  written: ReadonlyMap<string, Written>,
  info: BagInfo,
): Promise<void> => {
  // Leftovers of an earlier run: of another choice of pictures, or of what has been marked higher since
  const { files, faults } = await listBag(dir);
  const strange = [...files.keys(), ...faults.map(({ file }) => file)].filter((path) => !written.has(path));
  for (const path of strange) await rm(join(dir, path), { force: true });
  const payload = [...written].sort(([one], [other]) => byName(one, other));
  const bytes = payload.reduce((sum, [, one]) => sum + one.bytes, 0);
  const tags: [string, string][] = [
    [declarationFile, ourDeclaration],
    ['bag-info.txt', infoText([...info, ['Payload-Oxum', oxumText({ bytes, files: payload.length })]])],
    ...ourAlgorithms.map((algorithm): [string, string] => [
      `manifest-${algorithm}.txt`,
      payload.map(([path, { digests }]) => manifestLine(digests[algorithm] ?? '', path)).join(''),
    ]),
  ];
  const listed: [string, Written][] = [];
  for (const [file, text] of tags) listed.push([file, await writeFile(join(dir, file), () => [utf8(text)])]);
  for (const algorithm of ourAlgorithms) {
    const lines = listed.map(([file, { digests }]) => manifestLine(digests[algorithm] ?? '', file));
    await writeFile(join(dir, `tagmanifest-${algorithm}.txt`), () => [utf8(lines.join(''))]);
  }
  for (const folder of [...(await removeEmpty(dir)), '']) await syncFolder(join(dir, folder));
  await rename(dir, out);
  await syncFolder(dirname(out));
};

/** Removes folders that hold nothing, the payload's own excepted. @returns those that stay */
const removeEmpty = async (dir: string): Promise<string[]> => {
  const { files, folders } = await listBag(dir);
  const used = new Set(['data']);
  for (const path of files.keys()) for (let at = dirname(path); at !== '.'; at = dirname(at)) used.add(at);
  const spare = [...folders].filter((folder) => !used.has(folder));
  for (const folder of spare.sort(byName).reverse()) await rm(join(dir, folder), { recursive: true, force: true });
  return [...used];
};
