import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';

/** Is there from the first file of a restore until all of it was held against what was kept. */
export const restoringMark = (dataDir: string): string => join(dataDir, 'restoring');

/**
 * The gate of half an installation would withdraw what it does not find.
 *
 * @throws Failure `restore-unfinished`
 */
export function checkRestored(dataDir: string): void {
  if (existsSync(restoringMark(dataDir))) throw new Failure('restore-unfinished', { folder: dataDir });
}
