import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { isListening } from './databases/free-port.ts';

/** A request whose server has begun to work on it, while something is still to come from us. */
export interface Unfinished {
  /** Lets the request end. @returns the whole answer: head, empty line, body */
  finish(): Promise<string>;
}

/** A request whose server has read the head and waits for the body. */
export async function withoutBody(url: string, body: string, headers: Record<string, string>): Promise<Unfinished> {
  const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)), Expect: '100-continue' };
  const socket = await ask(url, 'POST', all);
  const [told] = await once(socket, 'data');
  if (!String(told).startsWith('HTTP/1.1 100')) throw new Error(`not asked to go on: ${told}`);
  return {
    finish: async () => {
      socket.write(body);
      return readAll(socket);
    },
  };
}

/** A request whose answer, larger than what a connection holds, nobody has read yet. */
export async function unread(url: string): Promise<Unfinished> {
  const socket = await ask(url, 'GET', { 'Accept-Encoding': 'identity' });
  await once(socket, 'readable');
  return { finish: () => readAll(socket) };
}

async function ask(url: string, method: string, headers: Record<string, string>): Promise<Socket> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const lines = Object.entries({ Host: `${hostname}:${port}`, Connection: 'close', ...headers });
  socket.write(
    [`${method} ${pathname} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n'),
  );
  return socket;
}

async function readAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

/** Waits until nobody takes a new connection at this address. */
export async function untilClosed(url: string): Promise<void> {
  while (await isListening(Number(new URL(url).port))) await new Promise((resolve) => setTimeout(resolve, 20));
}
