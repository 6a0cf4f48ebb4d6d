/** Names of browsers, in the order in which they must be looked for: each also calls itself by the names below it. */
const browsers = [
  ['Edg', 'Microsoft Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['coc_coc_browser', 'Cốc Cốc'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iPadOS'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

const first = (names: readonly (readonly [string, string])[], agent: string): string | undefined =>
  names.find(([mark]) => agent.includes(mark))?.[1];

/**
 * What people call a browser and the system that it runs on, e.g. `Firefox · Windows`; empty where it is none that is known.
 * A browser says of itself what it likes: this is to be recognised by, and nothing rests on it.
 */
export const browserName = (agent: string): string =>
  [first(browsers, agent), first(systems, agent)].filter((name) => name !== undefined).join(' · ');
