import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Name servers of the root of the Internet (IANA, root zone): on a network of its own no machine knows a way to any of them. */
export const outside = ['198.41.0.4', '193.0.14.129', '2001:503:ba3e::2:30', '2001:7fd::1'] as const;

/**
 * Asks the system which of its addresses a packet to an address of the Internet would leave from. A datagram socket that is connected
 * sends nothing: the kernel looks up its routes, policies and rules included, and no more.
 *
 * @returns null where there is no route
 */
export async function routeTo(address: string): Promise<string | null> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  try {
    const failed = once(socket, 'error').then(([cause]) => Promise.reject(cause));
    socket.connect(53, address);
    await Promise.race([once(socket, 'connect'), failed]);
    return socket.address().address;
  } catch {
    return null;
  } finally {
    socket.close();
  }
}
