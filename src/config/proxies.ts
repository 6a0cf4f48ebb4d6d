/** Variables by which programs are told to go through a proxy, in capitals or not: not ours, but a way out of a machine. */
const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'] as const;

/** Which proxies an environment names. @returns every variable that was looked at, and whether it is set */
export const proxiesIn = (env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, boolean>> =>
  Object.fromEntries(names.map((name) => [name, Boolean(env[name] || env[name.toLowerCase()])]));
