import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { banner, loginIn } from './first-login.ts';
import { newInstallation } from './installation.ts';

/** Names the data of a house that was opened once in this run, with its demo content, and left in peace. */
const variable = 'BENTHANH_OPENED_HOUSE';

/** Says where this run keeps it; called once, by the process that runs the tests. */
export const nameOpenedHouse = (): void => {
  process.env[variable] ??= join(tmpdir(), `benthanh-opened-${process.pid}`);
};

export const forgetOpenedHouse = (): Promise<void> =>
  rm(String(process.env[variable]), { recursive: true, force: true });

const found = z.object({ email: z.string(), password: z.string() });

/** Who was there at the first start, with the password that its banner shows. */
export type FirstPerson = z.infer<typeof found>;

const kept = (): string => String(process.env[variable]);
const told = (): string => join(kept(), 'first-person.json');

/** Opens a house as `npm start` does it for the first time, and keeps what is in it. */
const openOne = async (): Promise<void> => {
  await using installation = await newInstallation();
  const running = installation.start();
  await running.until(banner);
  running.child.kill('SIGINT');
  const { status, stderr } = await running.ended;
  if (status !== 0) throw new Error(stderr);
  await rename(installation.dataDir, join(kept(), 'data'));
  await writeFile(`${told()}.part`, JSON.stringify(loginIn(running.output())));
  await rename(`${told()}.part`, told());
};

/**
 * Lays the data of a house that has had its first start into a folder. One first start is enough for all stories of a run: whoever comes
 * first makes it, and the others wait.
 * @param dataDir an empty folder
 */
export const layOutHouse = async (dataDir: string): Promise<FirstPerson> => {
  const isFirst = await mkdir(kept()).then(
    () => true,
    () => false,
  );
  if (isFirst) await openOne().catch(giveUp);
  while (!existsSync(told())) {
    if (!existsSync(kept())) throw new Error('the first start of this run has failed');
    await sleep(200);
  }
  await cp(join(kept(), 'data'), dataDir, { recursive: true, preserveTimestamps: true });
  return found.parse(JSON.parse(await readFile(told(), 'utf8')));
};

/** Whoever waits has to hear of it. */
const giveUp = async (error: Error): Promise<never> => {
  await rm(kept(), { recursive: true, force: true });
  throw error;
};
