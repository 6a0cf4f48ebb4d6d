import { open, rename, rm } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';

/**
 * Writes beside the place and puts the file there when it is whole: what stood there is replaced by all or nothing.
 * @param write writes the text, piece by piece; the file is put in its place when it is done without an error
 * @param mode rights of a new file
 * @throws Failure `source-missing` where nothing can be written there
 */
export const writeWhole = async <T>(
  file: string,
  write: (add: (piece: string) => Promise<unknown>) => Promise<T>,
  mode = 0o666,
): Promise<T> => {
  const part = `${file}.${process.pid}.part`;
  const handle = await open(part, 'w', mode).catch((cause: unknown) => {
    throw new Failure('source-missing', { path: file }, { cause });
  });
  try {
    const told = await write((piece) => handle.write(piece));
    await handle.close();
    await rename(part, file);
    return told;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
};
