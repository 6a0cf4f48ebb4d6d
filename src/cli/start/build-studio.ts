import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceEnvironment } from '#config/service-environment.ts';
import { Failure } from '#errors/failure.ts';
import { root } from '../root.ts';
import { hashInputs } from './build-inputs.ts';
import { waitForLock } from './lock.ts';
import { logFileOf, type ServicePlan, startService, stopService } from './service.ts';

const stamp = join(root, '.next/benthanh-built-from');

/** Next writes it last; a developer's server takes it away. */
const finished = join(root, '.next/BUILD_ID');

/** Builds may last minutes on a small machine; another one is waited for that long, in milliseconds. */
const patience = 20 * 60_000;

/**
 * Builds the studio's pages where their sources changed since the last finished build. The stamp goes before the build
 * begins and comes when it is done, so that a build that was killed counts as none.
 *
 * @param places where the log goes
 * @param building told the elapsed seconds, at first 0, while a build runs
 * @returns whether there was something to build
 * @throws Failure `build-failed` with the log that tells why
 */
export async function buildStudio(
  places: Pick<ServicePlan, 'logDir' | 'runDir'>,
  building: (seconds: number) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  using _lock = await waitForLock(join(root, 'node_modules/.cache/benthanh/build.lock'), patience);
  const wanted = await hashInputs();
  if (existsSync(finished) && (await readFile(stamp, 'utf8').catch(() => '')) === wanted) return false;
  await rm(stamp, { force: true });
  await runBuild(places, building, signal);
  await writeFile(`${stamp}.new`, wanted);
  await rename(`${stamp}.new`, stamp);
  return true;
}

async function runBuild(
  places: Pick<ServicePlan, 'logDir' | 'runDir'>,
  building: (seconds: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const plan: ServicePlan = {
    ...places,
    name: 'build',
    program: 'node_modules/next/dist/bin/next',
    args: ['build'],
    env: serviceEnvironment('studio'),
  };
  building(0);
  const began = performance.now();
  const timer = setInterval(() => building(Math.round((performance.now() - began) / 1000)), 10_000);
  const child = startService(plan);
  const stop = () => void stopService(child);
  signal?.addEventListener('abort', stop);
  const [code] = await once(child, 'exit');
  clearInterval(timer);
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  // Next may end well after a build that did not: only its own mark counts.
  if (code !== 0 || !existsSync(finished)) throw new Failure('build-failed', { log: logFileOf(plan) });
}
