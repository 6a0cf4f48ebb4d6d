import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { getPayload, type Payload } from 'payload';
import { pino } from 'pino';
import { readConfig } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { loadSigningKey } from '#feed/keys.ts';
import { checkIsolated, stayIsolated } from '#isolation/stay-isolated.ts';
import { sealingOf } from '../at-rest/at-rest-of.ts';
import { decodersOf } from '../decoders.ts';
import { hushConsole } from '../discreet-console.ts';
import { discreetError } from '../discreet-error.ts';
import { refuseStoredSecrets } from '../stored-secrets.ts';
import { buildStudioConfig } from '../studio-config.ts';
import { waitForLease } from './lease.ts';
import { type GateSetting, type OpenGate, openGateAt } from './open-gate.ts';
import { runGate } from './run-gate.ts';
import { openStatusFile } from './status-file.ts';

const config = readConfig();
const log = pino({ name: 'gate', level: config.logLevel });
const stop = new AbortController();
hushConsole();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

/** Node would write an error that nobody awaits as it is, with what a database was asked. */
process.on('uncaughtException', (err) => {
  log.fatal({ code: 'unexpected', err: discreetError(err) }, 'the gate stops');
  process.exitCode = 1;
  stop.abort();
});

try {
  if (/^https?:/.test(config.feedUrl)) {
    throw new Failure('config-invalid', { variable: 'FEED_URL', value: config.feedUrl, expected: 'path' });
  }
  await checkIsolated(config);
  const status = openStatusFile(config.gateDir);
  const waits = () => {
    log.info('another gate is at work: waiting');
    void status.write('waiting', null);
  };
  using lease = await waitForLease(config.gateDir, stop.signal, waits);
  if (lease) await beTheGate(status);
} catch (err) {
  const { code, values } = err instanceof Failure ? err : { code: 'unexpected' as const, values: {} };
  log.fatal({ code, values, err: discreetError(err) }, 'the gate stops');
  process.exitCode = 1;
}

async function beTheGate(status: ReturnType<typeof openStatusFile>): Promise<void> {
  const key = await loadSigningKey(config.signingKeyFile);
  const sealing = sealingOf(config);
  // The gate answers nobody, so the secret that signs sessions is none of its business.
  const secret = randomBytes(32).toString('hex');
  const payload = await getPayload({
    config: buildStudioConfig({ ...config, secret, ...sealing, baseDir: process.cwd() }),
    disableOnInit: true,
    key: 'gate',
  });
  try {
    await refuseStoredSecrets(payload, config.profile);
    await using decoders = decodersOf({
      mastersDir: config.mastersDir,
      baseDir: process.cwd(),
      atRest: sealing.atRest,
    });
    await using gate = await openWhenFree({
      payload,
      decoders,
      dir: config.gateDir,
      feedDir: config.feedUrl,
      key,
      rules: { selfPublish: config.selfPublish },
      retentionFile: config.retentionFile,
      log,
    });
    if (!gate) return;
    await refuseEmptyDatabase(payload, gate);
    log.info(gate.status(), 'the gate is open');
    const joined = stayIsolated(config, stop.signal).catch((error: unknown) => {
      stop.abort();
      throw error;
    });
    await Promise.all([runGate({ gate, status, log, signal: stop.signal }), joined]);
    await status.write('stopped', gate.status());
  } finally {
    await payload.destroy();
  }
}

/** @NOTE A studio in which nobody is cannot have released anything: that database is not the one that the feed tells of. */
async function refuseEmptyDatabase(payload: Payload, gate: OpenGate): Promise<void> {
  if (gate.status().live === 0) return;
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true });
  if (totalDocs === 0) throw new Failure('database-empty', { place: payload.db.name, feed: config.feedUrl });
}

/** A gate on another machine may hold the same feed. */
async function openWhenFree(setting: GateSetting): Promise<OpenGate | null> {
  while (!stop.signal.aborted) {
    try {
      return await openGateAt(setting);
    } catch (cause) {
      if (!(cause instanceof Failure) || cause.code !== 'feed-locked') throw cause;
      log.info('another gate writes the feed: waiting');
      await sleep(1_000, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
  return null;
}
