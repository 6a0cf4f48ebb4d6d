import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';

/**
 * Makes sure that a folder exists and can be written.
 * @throws Failure `data-unwritable` with `{ folder, reason }`
 */
export async function makeWritable(folder: string): Promise<void> {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(probe, 'w');
    // A full disk takes empty files.
    await file.writeFile(Buffer.alloc(64 * 1024));
    await file.sync();
    await file.close();
    await rm(probe);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new Failure('data-unwritable', { folder, reason }, { cause });
  }
}
