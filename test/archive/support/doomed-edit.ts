import { getPayload } from 'payload';
import { runEdit } from '#editorial/archive-screen/edits/run-edit.ts';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import type { StudioValues } from '#editorial/studio-values.ts';

/** A process that carries out an edit until it is killed: `doomed-edit.ts <values as JSON> <edit>`. */
const [values = '{}', edit = ''] = process.argv.slice(2);
const config = await buildStudioConfig(JSON.parse(values) as StudioValues);
const payload = await getPayload({ config, key: 'doomed', disableOnInit: true });
await runEdit(payload, edit);
