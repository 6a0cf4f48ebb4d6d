import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import type { PublicLocale } from '#languages/locales.ts';
import { publicLocaleNamed } from '#languages/public-tags.ts';
import { viewProblem } from '../views/problem.ts';
import { type HeaderList, openHeaders } from './headers.ts';
import type { Words } from './words.ts';

/** What Node's parser of HTTP throws. */
export type ParserError = Error & { readonly code?: string; readonly rawPacket?: Uint8Array };

const kinds: Readonly<Record<string, readonly [status: number, code: FailureCode]>> = {
  HPE_HEADER_OVERFLOW: [431, 'request-too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request-timeout'],
};

/** The language of the address, as far as the bytes that came hold one. */
const localeIn = (packet: Uint8Array | undefined): PublicLocale => {
  const line = Buffer.from(packet ?? []).toString('latin1', 0, 300);
  return publicLocaleNamed(/^[A-Z]+ \S*?\/v1\/([A-Za-z-]+)/.exec(line)?.[1]) ?? 'vi';
};

const message = (status: number, headers: HeaderList, body: string): string => {
  const lines = Array.from({ length: headers.length / 2 }, (_, pair) =>
    headers.slice(pair * 2, pair * 2 + 2).join(': '),
  );
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
};

const lingerFor = 1_000;

/**
 * Reads on for a moment what the client is still sending, and throws it away: a socket that is closed over unread bytes is
 * reset, and a reset takes the answer with it.
 */
const linger = (socket: Socket): void => {
  const cut = setTimeout(() => socket.destroy(), lingerFor);
  socket.once('close', () => clearTimeout(cut));
  socket.resume();
};

/** Says no to whoever holds this socket, and hangs up. */
export const refuseSocket = (
  socket: Socket,
  words: Words,
  code: FailureCode,
  { status, locale = 'vi', extra = [] }: { status?: number; locale?: PublicLocale; extra?: HeaderList } = {},
): void => {
  const seen = viewProblem(new Failure(code), locale, words);
  const view = { ...seen, status: status ?? seen.status };
  const body = JSON.stringify(view);
  const headers = [
    ...['Connection', 'close', 'Date', new Date().toUTCString(), 'Content-Type', 'application/problem+json'],
    ...['Content-Length', String(Buffer.byteLength(body)), 'Content-Language', locale, 'Cache-Control', 'no-store'],
    ...openHeaders,
    ...extra,
  ];
  socket.end(message(view.status, headers, body));
  linger(socket);
};

/**
 * What Node's parser refuses never reaches a route: it is answered here, in the same form. Answers are sent in one piece, so
 * that a refusal comes after the one before it and never into its middle.
 */
export const refuseUnparsed =
  (words: Words) =>
  (error: ParserError, socket: Socket): void => {
    // It has been told, or answered, and its rest is being thrown away.
    if (socket.writableEnded && error.code !== 'ECONNRESET') return;
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const [status, code] = kinds[error.code ?? ''] ?? [400, 'request-malformed'];
    refuseSocket(socket, words, code, { status, locale: localeIn(error.rawPacket) });
  };
