import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';

/** Fewer characters than this can be guessed from a stolen backup. */
const fewest = 20;

/**
 * What stands in the key file: random bytes or a passphrase, without a line break at the end.
 * @param given the option `--key`; without it the configuration names the file
 * @throws Failure `backup-key-missing`, `seal-key-open`, `seal-unlock-short`
 */
export async function readBackupKey(given: unknown, { backupKeyFile }: Config): Promise<Buffer> {
  const file = typeof given === 'string' ? resolve(given) : backupKeyFile;
  const found = file === undefined ? null : await stat(file).catch(() => null);
  if (file === undefined || found === null) throw new Failure('backup-key-missing', { file: file ?? '—' });
  if ((found.mode & 0o077) !== 0) throw new Failure('seal-key-open', { file });
  const bytes = await readFile(file);
  const key = bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes;
  if (key.length < fewest) throw new Failure('seal-unlock-short', { file, min: fewest });
  return key;
}
