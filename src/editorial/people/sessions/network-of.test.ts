import { describe, expect, test } from 'vitest';
import { clientAddress, networkHeader, networkOf } from './network-of.ts';

const incoming = (remoteAddress: string, forwarded?: string | string[]) => ({
  headers: { 'x-forwarded-for': forwarded, [networkHeader]: '6.6.6.6' },
  socket: { remoteAddress },
});

describe('where a connection comes from', () => {
  test('is the other end of it, whatever the client says', () => {
    expect(clientAddress(incoming('10.0.0.7', '1.2.3.4'), 0)).toBe('10.0.0.7');
    expect(clientAddress(incoming('::ffff:10.0.0.7'), 0)).toBe('10.0.0.7');
  });

  test('is what the outermost proxy of ours has seen', () => {
    expect(clientAddress(incoming('10.0.0.7', '6.6.6.6, 1.2.3.4'), 1)).toBe('1.2.3.4');
    expect(clientAddress(incoming('10.0.0.7', '6.6.6.6, 1.2.3.4, 10.0.0.8'), 2)).toBe('1.2.3.4');
    expect(clientAddress(incoming('10.0.0.7', ['6.6.6.6', '1.2.3.4']), 1)).toBe('1.2.3.4');
    expect(clientAddress(incoming('10.0.0.7'), 1)).toBe('10.0.0.7');
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8::5:6', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('of %j the network is %j', (address, network) => {
  expect(networkOf({ headers: new Headers({ [networkHeader]: address }) })).toBe(network);
});
