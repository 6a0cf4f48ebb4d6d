import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getPayload } from 'payload';
import { hushConsole } from '#editorial/discreet-console.ts';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import type { StudioValues } from '#editorial/studio-values.ts';
import { openDoor } from '../../support/studio-http.ts';

/** What Next does with an error that nobody catches, in the process that serves the studio. */
interface ErrorHandlers {
  installProcessErrorHandlers(remove: boolean): void;
}
const handlers = 'next/dist/server/node-environment-extensions/process-error-handlers.js';
(createRequire(import.meta.url)(handlers) as ErrorHandlers).installProcessErrorHandlers(false);
hushConsole();

// A second studio over one database, in a process of its own, that says all it can. Its argument is a file with its values.
const values = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as StudioValues;
const config = await buildStudioConfig(values);
const payload = await getPayload({ config, key: 'talkative', disableOnInit: true });
const door = await openDoor(config, 'talkative');
process.send?.({ url: door.url });
process.once('disconnect', async () => {
  await door[Symbol.asyncDispose]();
  await payload.destroy();
});
