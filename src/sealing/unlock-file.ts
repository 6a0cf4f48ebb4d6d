import { readFile, stat } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';

/** Fewer characters than this can be guessed from a stolen folder of keys. */
const fewest = 20;

/**
 * What unlocks the keys of the levels, from its file: the words of a passphrase, or random bytes, without a line break at
 * the end.
 * @throws Failure `seal-unlock-missing`, `seal-key-open`, `seal-unlock-short`
 */
export async function readUnlockFile(file: string | undefined): Promise<Buffer> {
  const found = file === undefined ? null : await stat(file).catch(() => null);
  if (file === undefined || found === null) throw new Failure('seal-unlock-missing', { file: file ?? '—' });
  if ((found.mode & 0o077) !== 0) throw new Failure('seal-key-open', { file });
  const bytes = await readFile(file);
  const end = bytes.at(-1) === 0x0a ? -1 : bytes.length;
  const unlock = bytes.subarray(0, end);
  if (unlock.length < fewest) throw new Failure('seal-unlock-short', { file, min: fewest });
  return unlock;
}
