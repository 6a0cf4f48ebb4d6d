import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AtRest } from '../intake/at-rest.ts';
import { isMasterName, masterPath } from '../intake/master-store.ts';
import type { Named } from './record.ts';

/** Every master in a store with its size, in portions: those whose names begin alike. */
export async function* listMasters(dir: string, atRest?: AtRest): AsyncGenerator<readonly Named[]> {
  for (const first of await shards(dir)) {
    const found: Named[] = [];
    for (const second of await shards(join(dir, first))) found.push(...(await mastersIn(dir, first + second, atRest)));
    yield found;
  }
}

/** Folders of two hexadecimal digits; whatever else lies there is not the store’s. */
async function shards(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name)).map(({ name }) => name);
}

async function mastersIn(dir: string, prefix: string, atRest: AtRest | undefined): Promise<Named[]> {
  const names = await readdir(join(dir, prefix.slice(0, 2), prefix.slice(2)));
  const found: Named[] = [];
  for (const sha256 of names.filter((name) => isMasterName(name) && name.startsWith(prefix))) {
    const path = masterPath(dir, sha256);
    const there = await stat(path).catch(() => null);
    if (there) found.push({ sha256, bytes: (await atRest?.sizeOf(path).catch(() => null)) ?? there.size });
  }
  return found;
}
