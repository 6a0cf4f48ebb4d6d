import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { handleEndpoints, type SanitizedConfig } from 'payload';
import { throughTheDoor } from '#editorial/endpoints/door.ts';
import { clientAddress, networkHeader } from '#editorial/people/sessions/network-of.ts';

/** The studio's REST door as a server of its own: what Next does in production, without Next. */
export interface Door extends AsyncDisposable {
  /** Without a slash at the end, e.g. `http://127.0.0.1:40123`. */
  readonly url: string;
  /** The same without a line between, for who follows what a request does in this process. */
  ask(request: Request): Promise<Response>;
}

/** @param key cache key of the Payload instance that answers */
export const openDoor = async (config: SanitizedConfig, key: string): Promise<Door> => {
  const ask = (request: Request): Promise<Response> =>
    throughTheDoor(request, (looked) => handleEndpoints({ config, request: looked, payloadInstanceCacheKey: key }));
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, ask).catch((error: unknown) => {
      console.error(error);
      outgoing.writeHead(500).end();
    });
  });
  // Tests think for longer between two requests than a browser does
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: addressOf(server), ask, [Symbol.asyncDispose]: () => close(server) };
};

const addressOf = (server: Server): string => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
};

const close = (server: Server): Promise<void> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
};

const answer = async (incoming: IncomingMessage, outgoing: ServerResponse, ask: Door['ask']): Promise<void> => {
  const response = await ask(toRequest(incoming));
  // A body that nobody wanted to read must not stand before the next request on this connection
  if (!incoming.complete) outgoing.setHeader('connection', 'close');
  outgoing.writeHead(response.status, Object.fromEntries(headersOf(response)));
  if (!response.body) return void outgoing.end();
  for await (const chunk of response.body) outgoing.write(chunk);
  outgoing.end();
};

const headersOf = (response: Response): [string, string | string[]][] => {
  const cookies = response.headers.getSetCookie();
  const others = [...response.headers].filter(([name]) => name !== 'set-cookie');
  return cookies.length > 0 ? [...others, ['set-cookie', cookies]] : others;
};

const toRequest = (incoming: IncomingMessage): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one);
  }
  headers.set(networkHeader, clientAddress(incoming, 1));
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
  });
};
