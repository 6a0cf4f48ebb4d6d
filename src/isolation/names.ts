import { Resolver } from 'node:dns/promises';

/** Kept for examples (RFC 2606), so that to ask for it tells nobody anything; who can answer has asked the Internet. */
export const askedName = 'example.com';

/** Milliseconds that a name server of the network is given. */
const patience = 1500;

/**
 * Asks the name servers of this machine for a name of the Internet. One that answers passes questions on, and whatever is put
 * into a question goes out with it.
 *
 * @returns the servers, and whether one of them knows the name
 */
export async function askNames(): Promise<{ servers: string; isAnswered: boolean }> {
  const resolver = new Resolver({ timeout: patience, tries: 1 });
  const servers = resolver.getServers().join(', ');
  const isAnswered = await resolver.resolve4(askedName).then(
    (addresses) => addresses.length > 0,
    () => false,
  );
  return { servers, isAnswered };
}
