import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { getPayload } from 'payload';
import { pino } from 'pino';
import { readConfig } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { loadSigningKey } from '#feed/keys.ts';
import { openMasterReader } from '#media/master-store.ts';
import { buildStudioConfig } from '../studio-config.ts';
import { waitForLease } from './lease.ts';
import { type GateSetting, type OpenGate, openGateAt } from './open-gate.ts';
import { runGate } from './run-gate.ts';
import { openStatusFile } from './status-file.ts';

const config = readConfig();
const log = pino({ name: 'gate', level: config.logLevel });
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

try {
  if (/^https?:/.test(config.feedUrl)) {
    throw new Failure('config-invalid', { variable: 'FEED_URL', value: config.feedUrl, expected: 'path' });
  }
  const status = openStatusFile(config.gateDir);
  const waits = () => {
    log.info('another gate is at work: waiting');
    void status.write('waiting', null);
  };
  using lease = await waitForLease(config.gateDir, stop.signal, waits);
  if (lease) await beTheGate(status);
} catch (err) {
  log.fatal({ err, code: err instanceof Failure ? err.code : 'unexpected' }, 'the gate stops');
  process.exitCode = 1;
}

async function beTheGate(status: ReturnType<typeof openStatusFile>): Promise<void> {
  const key = await loadSigningKey(config.signingKeyFile);
  // The gate answers nobody, so the secret that signs sessions is none of its business.
  const secret = randomBytes(32).toString('hex');
  const payload = await getPayload({
    config: buildStudioConfig({ ...config, secret, baseDir: process.cwd() }),
    disableOnInit: true,
    key: 'gate',
  });
  try {
    await using gate = await openWhenFree({
      payload,
      masters: openMasterReader(config.mastersDir),
      dir: config.gateDir,
      feedDir: config.feedUrl,
      key,
      rules: { selfPublish: config.selfPublish },
      log,
    });
    if (!gate) return;
    log.info(gate.status(), 'the gate is open');
    await runGate({ gate, status, log, signal: stop.signal });
    await status.write('stopped', gate.status());
  } finally {
    await payload.destroy();
  }
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
