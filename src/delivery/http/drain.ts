import type { Server } from 'node:http';
import { Server as Listener, type Socket } from 'node:net';

/** Takes no new connection, lets running requests end, and cuts what is left at the deadline (milliseconds). */
export type Drain = (deadline: number) => Promise<void>;

/**
 * Gives a server a way to end without cutting anybody off. Node counts an answer as over once it has been handed to the
 * connection, and would close that on whoever reads slowly; so nothing is closed while bytes still wait to go out.
 */
export const drainOf = (server: Server): Drain => {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const closeIdle = (): void => {
    if (![...open].some((socket) => socket.writableLength > 0)) server.closeIdleConnections();
  };
  return (deadline) =>
    new Promise((resolve) => {
      const idle = setInterval(closeIdle, 50);
      const cut = setTimeout(() => server.closeAllConnections(), deadline);
      // What an HTTP server does first when it closes is to close what Node counts as idle.
      Listener.prototype.close.call(server, () => {
        clearInterval(idle);
        clearTimeout(cut);
        resolve();
      });
    });
};
