import type { Payload } from 'payload';
import type { Config } from '#config/config.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import type { Words } from '../words/words.ts';
import { makeAdministrator } from './administrator.ts';
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
  const owed = (await readOwed(config.dataDir)) ?? (await begin(payload, config.dataDir, withDemo));
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

/** An installation without people has never been started; demo content goes only where there is nothing at all. */
async function begin(payload: Payload, dataDir: string, withDemo: boolean): Promise<Owed | undefined> {
  if ((await countOf(payload, 'users')) > 0) return undefined;
  const empty = (await countOf(payload, 'articles')) + (await countOf(payload, 'images')) === 0;
  const owed = { password: firstAdministrator, demo: withDemo && empty };
  await writeOwed(dataDir, owed);
  return owed;
}

async function countOf(payload: Payload, collection: 'users' | 'articles' | 'images'): Promise<number> {
  return (await payload.count({ collection, overrideAccess: true })).totalDocs;
}
