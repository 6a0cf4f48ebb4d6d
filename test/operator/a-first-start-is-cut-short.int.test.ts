import { beforeAll, describe, expect, test } from 'vitest';
import { banner, logIn, loginIn } from '../support/first-login.ts';
import { freshMongoUrl, newInstallation } from '../support/installation.ts';
import { cutShort, momentsOf, randomFrom, seed } from '../support/moments.ts';
import { publicView, untilSame } from '../support/public-view.ts';

const mongo = process.env.MONGODB_URI;

/** What an installation that nobody disturbs shows the public after its first start. */
let undisturbed: string[] = [];

beforeAll(async () => {
  await using installation = await newInstallation();
  const running = installation.start();
  await running.until(banner);
  undisturbed = await publicView(installation.delivery);
  running.child.kill('SIGTERM');
  await running.ended;
});

const databases: ['sqlite' | 'mongodb', () => Record<string, string>][] = [
  ['sqlite', () => ({})],
  ...(mongo ? [['mongodb', () => ({ DATABASE_URL: freshMongoUrl(mongo) })] satisfies (typeof databases)[number]] : []),
];

describe.each(databases)('a first start on %s that is cut short again and again', (name, environment) => {
  test(`ends where an undisturbed one ends, with a password that is good (seed ${seed})`, async () => {
    await using installation = await newInstallation(environment());
    let shown = { email: '', password: '' };
    for (const moment of momentsOf(randomFrom(seed), name)) {
      const said = loginIn(await cutShort(installation, moment));
      if (said.password !== '') shown = said;
    }
    const last = installation.start();
    await last.until(banner);
    const said = loginIn(last.output());
    if (said.password !== '') shown = said;
    expect([name, await logIn(installation.studio, shown.email, shown.password)]).toEqual([name, 200]);
    expect(await untilSame(installation.delivery, undisturbed)).toEqual(undisturbed);
    last.child.kill('SIGINT');
    expect((await last.ended).status).toBe(0);
    expect(installation.leftBehind()).toEqual([]);
    expect((await installation.command('feed', 'verify')).status).toBe(0);
  });
});
