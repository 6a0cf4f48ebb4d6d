import { once } from 'node:events';
import next from 'next';
import { readConfig } from '#config/config.ts';
import { drainOf } from '#delivery/http/drain.ts';
import { hushConsole } from '#editorial/discreet-console.ts';
import { clientAddress, networkHeader } from '#editorial/people/sessions/network-of.ts';
import { checkIsolated, stayIsolated } from '#isolation/stay-isolated.ts';
import { root } from '../root.ts';
import { pageServer } from './page-server.ts';

/** How long requests may take to end when the studio stops, in milliseconds. */
const patience = 8000;

/** Serves the built studio until it is told to stop, then lets the requests under way end. */
async function main(): Promise<void> {
  const config = readConfig(undefined, root);
  const { host, studioPort, studioProxies } = config;
  await checkIsolated(config);
  hushConsole();
  const stop = new AbortController();
  const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const app = next({ dev: false, dir: root, hostname: host, port: studioPort });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = pageServer((request, response) => {
    request.headers[networkHeader] = clientAddress(request, studioProxies);
    void handle(request, response);
  });
  const drain = drainOf(server);
  server.listen(studioPort, host);
  await once(server, 'listening');
  const joined = stayIsolated(config, stop.signal).then(() => stopped);
  await Promise.race([stopped, joined]).finally(() => stop.abort());
  await drain(patience);
  await app.close();
  await closeDatabases();
}

interface Kept {
  readonly payload?: { destroy(): Promise<void> } | null;
}

/** Payload keeps the instances of this process there, and their connections would keep it alive. */
async function closeDatabases(): Promise<void> {
  const kept = (globalThis as { _payload?: Map<string, Kept> })._payload;
  for (const { payload } of kept?.values() ?? []) await payload?.destroy();
}

await main();
