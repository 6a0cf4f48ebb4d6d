import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { checkIsolated, stayIsolated } from '#isolation/stay-isolated.ts';
import type { Words } from '../words/words.ts';
import { banner } from './banner.ts';
import { buildStudio } from './build-studio.ts';
import { makeWritable } from './data-folder.ts';
import { readOwed, writeOwed } from './first-start.ts';
import { takeLock, waitForLock } from './lock.ts';
import { makeKeys } from './make-keys.ts';
import { makeSealingKeys } from './make-sealing-keys.ts';
import { checkPorts } from './ports.ts';
import { type Prepared, prepare } from './prepare.ts';
import { localAddress, untilHealthy, untilReleased } from './ready.ts';
import { checkRestored } from './restoring.ts';
import { lockFileOf } from './service.ts';
import { placesOf, preparePlan, servicePlans } from './service-plans.ts';
import { type Supervised, supervise } from './supervise.ts';

/** What a start is given, besides the configuration. */
export interface StartOptions {
  readonly withDemo: boolean;
  readonly t: Words;
  readonly say: (line: string) => void;
  /** Aborts when the operator stops the start, or the running installation. */
  readonly signal: AbortSignal;
}

/** Processes of an earlier start that was killed need a moment to notice; so many milliseconds are given to them. */
const patience = 15_000;

/**
 * Starts studio, gate and delivery and keeps them running until `signal` aborts; none is left behind then.
 * @throws Failure for everything that an operator can mend
 */
export async function startEverything(config: Config, options: StartOptions): Promise<void> {
  const { say, t, signal } = options;
  say(t('cli:start.checking'));
  const tried = await checkIsolated(config);
  if (tried !== null) say(t('cli:start.isolated', { tried }));
  await makeWritable(config.dataDir);
  using _running = takeRight(config);
  await untilFormerOnesAreGone(config);
  await checkPorts(config);
  checkRestored(config.dataDir);
  await makeKeys(config);
  await makeSealingKeys(config);
  const prepared = await buildAndPrepare(config, options);
  say(t('cli:start.services'));
  const services = supervise(servicePlans(config), (name) => say(t('cli:start.restarted', { name })));
  const over = new AbortController();
  try {
    const waiting = { ...options, signal: AbortSignal.any([signal, over.signal]) };
    await Promise.race([services.failed, ready(config, prepared, waiting)]);
    say(banner(config, prepared.login, t));
    await passwordWasShown(config);
    await Promise.race([untilStopped(services, signal), untilWayOut(config, waiting.signal)]);
  } finally {
    over.abort();
    say(t('cli:start.stopping'));
    await services.stop();
  }
}

/** One installation runs once: two gates would release twice. */
function takeRight(config: Config): Disposable {
  const lock = takeLock(join(placesOf(config).runDir, 'start.lock'));
  if (lock === undefined) throw new Failure('already-running', { folder: config.dataDir });
  return lock;
}

async function untilFormerOnesAreGone(config: Config): Promise<void> {
  for (const name of ['build', 'prepare', 'studio', 'gate', 'delivery']) {
    const lock = await waitForLock(lockFileOf({ name, runDir: placesOf(config).runDir }), patience);
    if (lock === undefined) throw new Failure('already-running', { folder: config.dataDir });
    lock[Symbol.dispose]();
  }
}

async function buildAndPrepare(config: Config, { withDemo, say, t, signal }: StartOptions): Promise<Prepared> {
  if (/^https?:/.test(config.feedUrl)) {
    throw new Failure('config-invalid', { variable: 'FEED_URL', value: config.feedUrl, expected: 'feedFolder' });
  }
  const building = (seconds: number) => say(t(seconds === 0 ? 'cli:start.build' : 'cli:start.building', { seconds }));
  const built = await buildStudio(placesOf(config), building, signal);
  say(t(built ? 'cli:start.built' : 'cli:start.build-kept'));
  return prepare(preparePlan(config, withDemo), (key, values) => say(t(`cli:${key}`, values)), signal);
}

async function ready(config: Config, prepared: Prepared, { say, t, signal }: StartOptions): Promise<void> {
  const studio = localAddress(config.host, config.studioPort);
  const delivery = localAddress(config.host, config.deliveryPort);
  await Promise.all([untilHealthy(`${studio}/api/health`, signal), untilHealthy(`${delivery}/health`, signal)]);
  const progress = (done: number, total: number) => say(t('cli:start.released', { done, total }));
  const road = { status: `${delivery}/status`, gateDir: config.gateDir };
  await untilReleased(road, prepared.expected, { progress, signal });
}

/** Never comes back while there is no way out. */
async function untilWayOut(config: Config, signal: AbortSignal): Promise<never> {
  await stayIsolated(config, signal);
  return new Promise(() => undefined);
}

async function passwordWasShown(config: Config): Promise<void> {
  const owed = await readOwed(config);
  if (owed !== undefined && existsSync(config.dataDir)) await writeOwed(config.dataDir, { ...owed, password: null });
}

async function untilStopped(services: Supervised, signal: AbortSignal): Promise<void> {
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve());
  if (signal.aborted) resolve();
  await Promise.race([services.failed, stopped]);
}
