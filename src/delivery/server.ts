import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Failure } from '#errors/failure.ts';
import type { Words } from './http/words.ts';
import { viewProblem } from './views/problem.ts';

/** A listening server. */
export interface Listening {
  readonly port: number;
  /** Takes no new connection, lets running requests end, and cuts what is left at the deadline (milliseconds). */
  close(deadline: number): Promise<void>;
}

/** What Node's parser refuses never reaches Express: it is answered here, in the same form. */
const refuseUnparsed =
  (words: Words) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
    const status = tooLarge ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
    const failure = new Failure(tooLarge ? 'request-too-large' : 'path-malformed');
    const body = JSON.stringify({ ...viewProblem(failure, 'en', words), status });
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        'Connection: close',
        'Content-Type: application/problem+json',
        'X-Content-Type-Options: nosniff',
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    );
  };

const drain = (server: Server, deadline: number): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), deadline);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });

const listenFailure = (error: NodeJS.ErrnoException, port: number): unknown =>
  error.code === 'EADDRINUSE' || error.code === 'EACCES'
    ? new Failure('port-taken', { port }, { cause: error })
    : error;

/**
 * Opens a port. @param port 0: any free one
 * @throws Failure `port-taken`
 */
export const listen = (handler: RequestListener, host: string, port: number, words: Words): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 30_000 }, handler);
    server.on('clientError', refuseUnparsed(words));
    server.once('error', (error) => reject(listenFailure(error, port)));
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve({ port: actual, close: (deadline) => drain(server, deadline) });
    });
  });
