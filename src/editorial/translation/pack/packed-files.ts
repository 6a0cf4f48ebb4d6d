import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import { openZip } from '../../archive/open-zip.ts';

/** A file that a translator brings back, wherever it lies. It can be read more than once. */
export interface PackedFile {
  /** Its name within what was brought. */
  readonly name: string;
  open(): Promise<AsyncIterable<Uint8Array>>;
  /** Why it must not be opened at all. */
  readonly refused?: FailureCode;
}

/** Everything that was brought and can hold translations; what else lies in a pack is passed over. */
export interface PackedFiles extends AsyncDisposable {
  readonly files: readonly PackedFile[];
}

/** Endings that tools give to files of XLIFF. */
const ending = /\.(xlf|xliff|sdlxliff|mqxliff|mxliff)$/i;

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

const nothingToClose = async (): Promise<void> => undefined;

const chosen = <File extends PackedFile>(name: string, files: readonly File[]): File[] => {
  const found = files.filter((file) => ending.test(file.name));
  if (found.length === 0) throw new Failure('pack-empty', { file: name });
  return found;
};

const mebibyte = 1024 * 1024;

/** @param most bytes that all files together may unpack to */
const fromZip = async (path: string, most = Number.POSITIVE_INFINITY, bytes?: Buffer): Promise<PackedFiles> => {
  const name = basename(path);
  const { pieces, [Symbol.asyncDispose]: close } = await openZip(bytes ? name : path, bytes);
  try {
    const files = chosen(name, pieces);
    if (files.reduce((sum, one) => sum + one.bytes, 0) > most)
      throw new Failure('pack-inflates', { megabytes: most / mebibyte });
    return { files, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
};

const onDisk = (path: string, name: string): PackedFile => ({ name, open: async () => createReadStream(path) });

const inFolder = async (folder: string): Promise<PackedFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) =>
      onDisk(
        path,
        path
          .slice(folder.length)
          .replace(/^[\\/]+/, '')
          .replaceAll('\\', '/'),
      ),
    );
};

const headOf = async (path: string): Promise<Uint8Array> => {
  await using file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  return buffer;
};

/**
 * Opens a pack, a folder with what was in one, or a single file of XLIFF.
 * @throws Failure `source-missing`, `pack-empty`, `zip-…`
 */
export const openPath = async (path: string): Promise<PackedFiles> => {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Failure('source-missing', { path });
  if (found.isDirectory())
    return { files: chosen(basename(path), await inFolder(path)), [Symbol.asyncDispose]: nothingToClose };
  if (isZip(await headOf(path))) return fromZip(path);
  return { files: [onDisk(path, basename(path))], [Symbol.asyncDispose]: nothingToClose };
};

/** So much is read for somebody who waits for the answer; three hundred long articles in both forms are a third of it. */
const mostUnpacked = 256 * mebibyte;

/**
 * The same of bytes that somebody has sent.
 * @param name that the person’s machine gives it, of which only the words are used
 * @throws Failure `pack-inflates` where a pack would unpack to more than somebody can wait for
 */
export const openBytes = async (name: string, bytes: Buffer): Promise<PackedFiles> => {
  if (isZip(bytes)) return fromZip(name, mostUnpacked, bytes);
  const open = async function* () {
    yield bytes;
  };
  return { files: [{ name, open: async () => open() }], [Symbol.asyncDispose]: nothingToClose };
};
