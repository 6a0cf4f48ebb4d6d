import { readFile } from 'node:fs/promises';
import { getPayload } from 'payload';
import { pino } from 'pino';
import { z } from 'zod';
import { decodersOf } from '#editorial/decoders.ts';
import { openGateAt } from '#editorial/gate/open-gate.ts';
import { gateSteps } from '#editorial/gate/steps.ts';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import { loadSigningKey } from '#feed/keys.ts';

/**
 * A gate in a process of its own that is killed, as by a power cut, when a step is done: nothing of it is closed, flushed
 * or unlocked. Its argument is a file that says where everything lies and where it dies.
 */
const orders = z.strictObject({
  studio: z.record(z.string(), z.unknown()),
  ...{ mastersDir: z.string(), dir: z.string(), feedDir: z.string(), keyFile: z.string() },
  step: z.enum(gateSteps),
  /** Whether it looks at everything, or only at what it is told of. */
  comparing: z.boolean(),
});

const { studio, step, comparing, ...places } = orders.parse(JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')));
const config = buildStudioConfig(studio as never);
const payload = await getPayload({ config, disableOnInit: true });
const gate = await openGateAt({
  ...{ payload, dir: places.dir, feedDir: places.feedDir },
  decoders: decodersOf({ mastersDir: places.mastersDir, baseDir: process.cwd() }),
  key: await loadSigningKey(places.keyFile),
  rules: { selfPublish: false },
  log: pino({ level: 'silent' }),
  step: (done) => {
    if (done === step) process.kill(process.pid, 'SIGKILL');
  },
});
if (comparing) gate.beginReconciliation();
await gate.settle();
process.stdout.write(`${step} never came`);
process.exitCode = 3;
