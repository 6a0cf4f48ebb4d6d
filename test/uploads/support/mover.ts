import { getPayload } from 'payload';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import type { StudioValues } from '#editorial/studio-values.ts';
import { move } from './move.ts';

/** A studio that starts, to be killed. Argument: its values as JSON. */
const values = JSON.parse(process.argv[2] ?? '') as StudioValues;
const payload = await getPayload({ config: await buildStudioConfig(values), disableOnInit: true });
await move({ payload, values });
await payload.destroy();
