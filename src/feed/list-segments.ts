import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Numbers of the segment files in a feed folder, ascending; files with other names are passed over. */
export const listSegments = async (root: string): Promise<number[]> => {
  const names = await readdir(join(root, 'segments'));
  return names
    .flatMap((name) => (/^\d{6,10}\.json$/.test(name) ? [Number.parseInt(name, 10)] : []))
    .sort((a, b) => a - b);
};
