import { askedName, askNames } from './names.ts';
import { outside, routeTo } from './routes.ts';

/** Something that was tried, as an operator reads it, and whether it leads out. */
export interface Way {
  readonly tried: string;
  readonly isOpen: boolean;
}

const routes = (): Promise<Way[]> =>
  Promise.all(
    outside.map(async (address) => {
      const from = await routeTo(address);
      return { tried: from === null ? address : `${address} (← ${from})`, isOpen: from !== null };
    }),
  );

const names = async (): Promise<Way> => {
  const { servers, isAnswered } = await askNames();
  return { tried: `DNS ${askedName}${servers === '' ? '' : ` (${servers})`}`, isOpen: isAnswered };
};

/**
 * Looks for a way from this machine to the Internet: a route, a proxy that is named, a name server that passes questions on. Nothing
 * leaves the machine but a question to its own name servers.
 *
 * @param proxies variables that name one, and whether they are set
 */
export async function waysOut(proxies: Readonly<Record<string, boolean>>): Promise<Way[]> {
  const named = Object.entries(proxies).map(([name, isSet]) => ({ tried: name, isOpen: isSet }));
  return [...(await routes()), ...named, await names()];
}
