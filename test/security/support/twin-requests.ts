import fc from 'fast-check';
import type { Node } from '../../support/delivery-node.ts';
import type { Caller } from '../../support/studio-caller.ts';

/** What stands in names of what is hidden, in names of what is open, in both, and in neither. */
const words = ['ẩn', 'đời', 'a', 'x', 'kín', 'chợ', '0', 'zzz'] as const;
const collections = [
  'articles',
  'events',
  'images',
  'albums',
  'markings',
  'reviews',
  'topics',
  'places',
  'agencies',
] as const;

const word = fc.constantFrom(...words);
const pair = fc.oneof(
  word.map((text) => `where[title][like]=${encodeURIComponent(text)}`),
  word.map((text) => `where[title][contains]=${encodeURIComponent(text)}`),
  fc.constantFrom('sort=title', 'sort=-updatedAt', 'sort=createdAt', 'sort=-createdAt', 'sort=slug', 'sort=id'),
  fc.integer({ min: 1, max: 40 }).map((limit) => `limit=${limit}`),
  fc.integer({ min: 1, max: 4 }).map((page) => `page=${page}`),
  fc.nat(2).map((depth) => `depth=${depth}`),
  fc.constantFrom('draft=true', 'locale=vi', 'locale=fr', 'locale=all', 'where[createdAt][greater_than]=2020-01-01'),
);
const query = fc
  .uniqueArray(pair, { maxLength: 4, selector: (text) => text.split('=')[0] ?? '' })
  .map((pairs) => pairs.join('&'));

const inStudio = fc.oneof(
  fc
    .tuple(fc.constantFrom(...collections), fc.constantFrom('', '', '/count', '/versions', '/versions/count'), query)
    .map(([collection, what, asked]) => `/api/${collection}${what}?${asked}`),
  word.map((text) => `/api/translation/memory?from=vi&to=fr&text=${encodeURIComponent(`${text} ${text}`)}`),
  fc
    .tuple(word, query)
    .map(
      ([text, asked]) =>
        `/api/images/archive/pictures?locale=vi&q=${encodeURIComponent(text)}&${asked.replace(/where[^&]*&?/g, '')}`,
    ),
);

const outside = fc
  .tuple(
    fc.constantFrom('vi', 'en', 'fr', 'zh-Hans', 'zh-Hant'),
    fc.constantFrom('articles', 'events', 'images', 'albums', 'topics', 'places', 'agencies', 'press-kits'),
    fc.constantFrom('', 'sort=title', 'sort=updated', 'sort=newest', 'updatedSince=2026-01-01'),
    fc.constantFrom('', 'limit=1', 'limit=100', 'fallback=none'),
  )
  .map(([locale, kind, one, other]) => `/v1/${locale}/${kind}?${[one, other].filter(Boolean).join('&')}`);

/**
 * Questions of a studio and of a delivery node.
 * @param doors of the studio, and pages of the node, of which some are asked for as they are
 */
export const questionsOf = (doors: readonly string[], pages: readonly string[]) => {
  const [some, few] = [
    { minLength: 3, maxLength: 6 },
    { minLength: 2, maxLength: 4 },
  ];
  const studio = fc.tuple(fc.array(inStudio, { minLength: 6, maxLength: 12 }), fc.shuffledSubarray([...doors], few));
  const delivery = fc.tuple(fc.array(outside, some), fc.shuffledSubarray([...pages], few));
  return fc.record({ studio: studio.map((all) => all.flat()), delivery: delivery.map((all) => all.flat()) });
};

/** What each answer has of its own, whatever it says. */
const passing = new Set(['date', 'connection', 'keep-alive', 'age']);
const kept = (headers: Headers): string[] =>
  [...headers].filter(([name]) => !passing.has(name)).map(([name, value]) => `${name}: ${value}`);

/** Payload gives what stands in a version an id of the moment, another at each reading. */
const withoutPassingIds = (said: string): string => said.replace(/,"id":"[^"]+"\},"createdAt"/g, '},"createdAt"');

/**
 * The desk of an officer counts the refusals of this month, and those who ask here are refused at some doors, each time anew: this list
 * of it, and with it the length, is of the asking.
 */
const withoutOwnRefusals = (path: string, told: { headers: string[]; body: unknown }): typeof told => {
  if (path !== '/api/desk') return told;
  const { sections = [], ...body } = told.body as { sections?: { key: string }[] };
  return {
    headers: told.headers.filter((header) => !header.startsWith('content-length')),
    body: { ...body, sections: sections.filter(({ key }) => key !== 'refusals') },
  };
};

/** Everything that somebody is told at an address of the studio: status, headers, length among them, and body in its order. */
export const toldByStudio = async (asker: Caller, path: string): Promise<string> => {
  const { status, headers, body } = await asker.get(path);
  const told = withoutOwnRefusals(path, { headers: kept(headers), body });
  return withoutPassingIds(JSON.stringify([path, status, told.headers, told.body]));
};

/** The same of delivery, byte for byte. */
export const toldOutside = async (node: Node, path: string): Promise<string> => {
  const answer = await node.get(path);
  return JSON.stringify([path, answer.status, kept(answer.headers), await answer.text()]);
};

/** Where answers part, each with what stands around that place. */
export const partings = (before: readonly string[], after: readonly string[]): string[] =>
  before.flatMap((one, at) => {
    const other = after[at] ?? '';
    if (one === other) return [];
    let place = 0;
    while (place < one.length && one[place] === other[place]) place += 1;
    const around = (text: string) => text.slice(Math.max(0, place - 80), place + 120);
    return [`${one.slice(0, 100)}: ${around(one)}\n  ${around(other)}`];
  });
