import { getPayload } from 'payload';
import { takeClaim } from '#editorial/archive/claim.ts';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import type { StudioValues } from '#editorial/studio-values.ts';

/** A process that has claimed something, to be killed: `claimer.ts <values as JSON> <name>`. Says `held` when it has. */
const [values = '{}', name = ''] = process.argv.slice(2);
const config = await buildStudioConfig(JSON.parse(values) as StudioValues);
const payload = await getPayload({ config, key: 'claimer', disableOnInit: true });
await takeClaim(payload, name);
process.stdout.write('held\n');
setInterval(() => undefined, 1000);
