import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import next from 'next';
import { readConfig } from '#config/config.ts';
import { root } from '../root.ts';

/** How long requests may take to end when the studio stops, in milliseconds. */
const patience = 8000;

/** Serves the built studio until it is told to stop, then lets the requests under way end. */
async function main(): Promise<void> {
  const { host, studioPort } = readConfig(undefined, root);
  const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const app = next({ dev: false, dir: root, hostname: host, port: studioPort });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => void handle(request, response));
  server.listen(studioPort, host);
  await once(server, 'listening');
  await stopped;
  await drain(server);
  await app.close();
  await closeDatabases();
}

/** A connection falls idle when its last answer is through, so they are looked through again and again. */
async function drain(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  server.close();
  await once(server, 'close');
  clearInterval(idle);
  clearTimeout(cut);
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
