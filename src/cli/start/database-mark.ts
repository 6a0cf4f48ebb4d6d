import { createHash } from 'node:crypto';

/** Tells databases apart by where they are, and keeps no password: people and options of the address do not count. */
export function databaseMark(databaseUrl: string): string {
  const place = databaseUrl.startsWith('file:')
    ? databaseUrl
    : databaseUrl.replace(/\/\/[^/@]*@/, '//').replace(/\?.*/, '');
  return createHash('sha256').update(place).digest('hex').slice(0, 16);
}
