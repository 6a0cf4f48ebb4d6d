import { basename } from 'node:path';
import type { Identity } from './identity.ts';

/** What a person sealed ends so; what a store keeps does not. */
export const ending = '.sealed';

/**
 * The identity of a sealed file: its name, wherever it lies. What a person sealed is told by its ending from what a store keeps.
 * @param name under which it was sealed, where it has been renamed since
 */
export const identityOfFile = (path: string, name = path): Omit<Identity, 'level'> => ({
  collection: [path, name].some((one) => one.endsWith(ending)) ? 'files' : 'archive',
  id: basename(name).replace(/\.sealed$/, ''),
  field: 'content',
  version: '1',
});

/** Where a file goes when it is sealed. */
export const sealedPath = (path: string): string => `${path}${ending}`;
