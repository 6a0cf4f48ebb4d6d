import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './databases/free-port.ts';

/** A way to a server that can be cut and mended, as a network can. */
export interface Relay extends AsyncDisposable {
  readonly port: number;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function openRelay(host: string, port: number): Promise<Relay> {
  const own = await freePort();
  let listening: { readonly server: Server; readonly sockets: Set<Socket> } | undefined;
  const mend = async () => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => join(socket, connect(port, host), sockets)).listen(own, '127.0.0.1');
    await once(server, 'listening');
    listening = { server, sockets };
  };
  const cut = async () => {
    const { server, sockets } = listening ?? {};
    listening = undefined;
    for (const socket of sockets ?? []) socket.destroy();
    if (server !== undefined) await once(server.close(), 'close');
  };
  await mend();
  return { port: own, cut, mend, [Symbol.asyncDispose]: cut };
}

function join(socket: Socket, onward: Socket, sockets: Set<Socket>): void {
  for (const [one, other] of [
    [socket, onward],
    [onward, socket],
  ] as const) {
    sockets.add(one);
    one.on('error', () => other.destroy());
    one.on('close', () => {
      sockets.delete(one);
      other.destroy();
    });
    one.pipe(other);
  }
}

/** The address of a database of its own on a MongoDB server, reached over a relay and in no other way. */
export function overRelay(server: string, relay: Relay, name: string, options: Record<string, string> = {}): string {
  const url = new URL(server);
  url.host = `127.0.0.1:${relay.port}`;
  url.pathname = `/${name}`;
  url.searchParams.delete('replicaSet');
  url.searchParams.set('directConnection', 'true');
  for (const [option, value] of Object.entries(options)) url.searchParams.set(option, value);
  return url.href;
}
