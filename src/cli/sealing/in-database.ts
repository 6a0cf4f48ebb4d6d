import { existsSync } from 'node:fs';
import type { Payload } from 'payload';
import type { Config } from '#config/config.ts';

/**
 * Works in the database of an installation, where there is one: an embedded one that was never started is not made for the asking.
 * @throws what `openStudio` throws
 */
export async function inDatabase<T>(config: Config, work: (payload: Payload) => Promise<T>): Promise<T | null> {
  const { databaseUrl } = config;
  if (databaseUrl.startsWith('file:') && !existsSync(databaseUrl.slice('file:'.length))) return null;
  const { openStudio } = await import('../open-studio.ts');
  await using studio = await openStudio(config);
  return await work(studio.payload);
}
