import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { segmentPath } from '#feed/paths.ts';
import { discardJournal } from '../demo/journal.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { withoutPassword } from '../words/without-password.ts';
import type { Words } from '../words/words.ts';
import { makeAdministrator } from './administrator.ts';
import { databaseMark } from './database-mark.ts';
import { type Owed, readOwed, writeOwed } from './first-start.ts';
import type { Report } from './report.ts';

interface Preparation {
  readonly withDemo: boolean;
  readonly tell: (report: Report) => void;
  readonly t: Words;
}

const firstAdministrator = 'admin@benthanh.example';

/**
 * First administrator and demo content, as far as they are owed. The administrator's password stays owed until the
 * banner has been shown; whoever is killed before gets another one next time.
 */
export async function prepareStudio(
  payload: Payload,
  config: Config,
  { withDemo, tell, t }: Preparation,
): Promise<void> {
  const owed = (await readOwed(config)) ?? (await begin(payload, config, withDemo));
  if (owed === undefined) return;
  if (owed.password !== null) {
    tell({ tell: 'progress', key: 'start.administrator', values: {} });
    const login = await makeAdministrator(payload, owed.password, t('cli:administrator'));
    if (login !== undefined) tell({ tell: 'login', ...login });
  }
  if (!owed.demo) return;
  const seeded = await seedDemo(payload, config, (done, total) =>
    tell({ tell: 'progress', key: 'start.demo', values: { done, total } }),
  );
  tell({ tell: 'released', expected: { ...seeded.released } });
  await writeOwed(config.dataDir, { ...owed, demo: false });
}

/**
 * An installation without people has never been started; demo content goes only where there is nothing at all.
 * @throws Failure `database-empty` where a feed tells of an earlier one: its gate would withdraw all that is published
 */
async function begin(payload: Payload, config: Config, withDemo: boolean): Promise<Owed | undefined> {
  if ((await countOf(payload, 'users')) > 0) return undefined;
  await refuseForeignFeed(config);
  await discardJournal(config.dataDir);
  const empty = (await countOf(payload, 'articles')) + (await countOf(payload, 'images')) === 0;
  const owed = { password: firstAdministrator, demo: withDemo && empty, database: databaseMark(config.databaseUrl) };
  await writeOwed(config.dataDir, owed);
  return owed;
}

async function refuseForeignFeed({ feedUrl, databaseUrl }: Config): Promise<void> {
  const first = join(feedUrl, segmentPath(1));
  const snapshots = await readdir(join(feedUrl, 'snapshots')).catch(() => []);
  if (!existsSync(first) && snapshots.length === 0) return;
  throw new Failure('database-empty', { place: withoutPassword(databaseUrl), feed: feedUrl });
}

async function countOf(payload: Payload, collection: 'users' | 'articles' | 'images'): Promise<number> {
  return (await payload.count({ collection, overrideAccess: true })).totalDocs;
}
