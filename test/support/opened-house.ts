import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { banner, loginIn } from './first-login.ts';
import { newInstallation } from './installation.ts';
import { openedHouseFolder } from './opened-house-folder.ts';

const found = z.object({ output: z.string(), email: z.string(), password: z.string() });

/** What the first start said, and who was there then, with the password that its banner shows. */
export type FirstStart = z.infer<typeof found>;

const told = (): string => join(openedHouseFolder(), 'first-start.json');

/** Opens a house as `npm start` does it for the first time, and keeps what is in it. */
const openOne = async (): Promise<void> => {
  await using installation = await newInstallation();
  const running = installation.start();
  await running.until(banner);
  running.child.kill('SIGINT');
  const { status, stderr } = await running.ended;
  if (status !== 0) throw new Error(stderr);
  await rename(installation.dataDir, join(openedHouseFolder(), 'data'));
  const first: FirstStart = { output: running.output(), ...loginIn(running.output()) };
  await writeFile(`${told()}.part`, JSON.stringify(first));
  await rename(`${told()}.part`, told());
};

/**
 * Lays the data of a house that has had its first start into a folder. One first start is enough for all stories of a run: whoever comes
 * first makes it, and the others wait.
 * @param dataDir an empty folder
 */
export const layOutHouse = async (dataDir: string): Promise<FirstStart> => {
  const isFirst = await mkdir(openedHouseFolder()).then(
    () => true,
    () => false,
  );
  if (isFirst) await openOne().catch(giveUp);
  while (!existsSync(told())) {
    if (!existsSync(openedHouseFolder())) throw new Error('the first start of this run has failed');
    await sleep(200);
  }
  await cp(join(openedHouseFolder(), 'data'), dataDir, { recursive: true, preserveTimestamps: true });
  return found.parse(JSON.parse(await readFile(told(), 'utf8')));
};

/** Whoever waits has to hear of it. */
const giveUp = async (error: Error): Promise<never> => {
  await rm(openedHouseFolder(), { recursive: true, force: true });
  throw error;
};
