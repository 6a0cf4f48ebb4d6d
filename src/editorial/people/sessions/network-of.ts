import { isIPv6 } from 'node:net';
import type { PayloadRequest } from 'payload';

/** Set by the program that holds the connection, over whatever a client sends under that name. */
export const networkHeader = 'x-benthanh-network';

interface Incoming {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** An IPv4 address within IPv6 is that IPv4 address. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * Where a connection comes from: the address at its other end or, behind proxies of ours, the one that the outermost of
 * them has seen. What stands further to the left in `X-Forwarded-For` is the client's own invention and never believed.
 * @param proxies how many reverse proxies of ours stand in front
 */
export const clientAddress = ({ headers, socket }: Incoming, proxies: number): string => {
  const seen = plain(socket.remoteAddress ?? '');
  if (proxies === 0) return seen;
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map(plain);
  return forwarded.at(-proxies) || seen;
};

/** Of an IPv6 address the first 64 bits: the rest is anybody's to choose. */
const networkPart = (address: string): string => {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
};

/** The network from which a request came, as people may read it; empty where no connection brought it. */
export const networkOf = ({ headers }: Pick<PayloadRequest, 'headers'>): string =>
  networkPart(headers.get(networkHeader) ?? '').slice(0, 64);
