import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { MongoClient } from 'mongodb';
import type { Config } from '#config/config.ts';
import { withoutPassword } from '../words/without-password.ts';
import { bad, type Finding, good, warning } from './finding.ts';

/** Whether the studio's database answers, is whole, and can do transactions. Nothing is written. */
export async function lookAtDatabase({ databaseUrl }: Config): Promise<Finding[]> {
  return databaseUrl.startsWith('file:') ? [lookAtFile(databaseUrl.slice('file:'.length))] : lookAtServer(databaseUrl);
}

function lookAtFile(file: string): Finding {
  if (!existsSync(file)) return warning('database-new', { file });
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const row = database.prepare('PRAGMA quick_check(1)').get();
      const told = String(Object.values(row ?? {})[0]);
      return told === 'ok' ? good('database', { place: file }) : bad('database-damaged', { file, reason: told });
    } finally {
      database.close();
    }
  } catch (error) {
    return bad('database-damaged', { file, reason: reasonOf(error) });
  }
}

const patience = 5000;

async function lookAtServer(url: string): Promise<Finding[]> {
  const place = withoutPassword(url);
  const client = new MongoClient(url, { serverSelectionTimeoutMS: patience, connectTimeoutMS: patience });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    const isSet = typeof hello.setName === 'string' && /[?&]replicaSet=/.test(url);
    return [good('database', { place }), ...(isSet ? [] : [warning('database-no-transactions', { place })])];
  } catch (error) {
    return [bad('database-silent', { place, reason: reasonOf(error) })];
  } finally {
    await client.close();
  }
}

const reasonOf = (error: unknown): string => withoutPassword(error instanceof Error ? error.message : String(error));
