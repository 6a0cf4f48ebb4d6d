import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import type { KeptFile } from './manifest.ts';
import type { Repository } from './repository.ts';

/** Size and hash of a file as it stands on the disk; null where it cannot be read. */
const foundAt = async (path: string): Promise<Pick<KeptFile, 'bytes' | 'sha256'> | null> => {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of createReadStream(path)) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch {
    return null;
  }
  return { bytes, sha256: hash.digest('hex') };
};

/**
 * Puts a kept file into a folder, whole and proved or not at all. One that is there already, and the same, stays: a
 * restore that was stopped goes on.
 *
 * @returns the file as it was read back from the disk
 * @throws Failure `backup-damaged`
 */
export async function putFile(repository: Repository, file: KeptFile, root: string): Promise<KeptFile> {
  const target = join(root, file.path);
  const there = await foundAt(target);
  if (there?.sha256 === file.sha256) return { ...file, ...there };
  await write(repository, file, target);
  return { ...file, ...((await foundAt(target)) ?? { bytes: 0, sha256: '0'.repeat(64) }) };
}

async function write(repository: Repository, file: KeptFile, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o750 });
  const beside = `${target}.restoring`;
  await rm(beside, { force: true });
  const handle = await open(beside, 'wx', 0o600);
  const hash = createHash('sha256');
  try {
    for await (const piece of repository.read(file.sha256, file.bytes)) {
      hash.update(piece);
      await handle.write(piece);
    }
    if (hash.digest('hex') !== file.sha256) throw new Failure('backup-damaged', { file: `${file.store}/${file.path}` });
    await handle.sync();
    await handle.close();
    await chmod(beside, file.mode);
    await rename(beside, target);
  } catch (cause) {
    await handle.close();
    await rm(beside, { force: true });
    throw cause;
  }
}
