import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { Failure } from '#errors/failure.ts';
import { type Drain, drainOf } from './http/drain.ts';
import { refuse } from './http/refuse.ts';
import { refuseSocket, refuseUnparsed } from './http/unparsed.ts';
import type { Words } from './http/words.ts';

/** A listening server. */
export interface Listening {
  readonly port: number;
  readonly close: Drain;
}

/** How long a client is waited for, in milliseconds. */
export interface Patience {
  /** For all headers of a request. */
  readonly headers: number;
  /** For the whole of a request. */
  readonly request: number;
  /** Between two requests of one connection. */
  readonly between: number;
  /** For any sign of life of a client that is being answered. */
  readonly silence: number;
}

const patience: Patience = { headers: 20_000, request: 30_000, between: 65_000, silence: 120_000 };

const listenFailure = (error: NodeJS.ErrnoException, port: number): unknown =>
  error.code === 'EADDRINUSE' || error.code === 'EACCES'
    ? new Failure('port-taken', { port }, { cause: error })
    : error;

/** HTTP/1.1 asks for a Host (RFC 9112, 3.2). Node would refuse its lack by itself, but without a word. */
const lacksHost = ({ headers, httpVersion }: IncomingMessage): boolean =>
  headers.host === undefined && httpVersion === '1.1';

const open = (handler: RequestListener, words: Words, { headers, request, between, silence }: Patience): Server => {
  const asking: RequestListener = (asked, response) => {
    if (lacksHost(asked)) refuse(asked, response, new Failure('request-malformed'), words);
    else handler(asked, response);
  };
  const server = createServer(
    {
      headersTimeout: headers,
      requestTimeout: request,
      keepAliveTimeout: between,
      connectionsCheckingInterval: Math.min(headers, 5_000),
      requireHostHeader: false,
    },
    asking,
  );
  server.timeout = silence;
  server.on('clientError', refuseUnparsed(words));
  // An expectation that nobody knows may be passed over (RFC 9110, 10.1.1).
  server.on('checkExpectation', asking);
  server.on('connect', (_request, socket: Socket) =>
    refuseSocket(socket, words, 'method-not-allowed', { extra: ['Allow', 'GET, HEAD, OPTIONS'] }),
  );
  return server;
};

/**
 * Opens a port. @param port 0: any free one
 * @throws Failure `port-taken`
 */
export const listen = (
  handler: RequestListener,
  host: string,
  port: number,
  words: Words,
  waits: Patience = patience,
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = open(handler, words, waits);
    const close = drainOf(server);
    server.once('error', (error) => reject(listenFailure(error, port)));
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve({ port: actual, close });
    });
  });
