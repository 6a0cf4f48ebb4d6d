import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const photosFolder = join(import.meta.dirname, '../../../../shared/photos');

/** Real files of real cameras, where the folder of shared data lies beside the project. */
export const photosFound = existsSync(photosFolder);

if (!photosFound) console.warn('LEFT OUT: ../shared/photos is not there, so no real camera file was tested');

export const photo = (path: string): Uint8Array => readFileSync(join(photosFolder, path));

export const photosIn = (pattern: string): string[] =>
  photosFound ? globSync(pattern, { cwd: photosFolder }).sort() : [];
