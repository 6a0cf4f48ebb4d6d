import { type StudioLocale, studioLocales } from '#languages/locales.ts';

type Doc = Readonly<Record<string, unknown>>;

/** What one field says, in a language or (null) in all. */
export interface Told {
  readonly field: string;
  readonly locale: StudioLocale | null;
  readonly lines: readonly string[];
}

/** What programs note of a document: who and when, and what follows from the rest. It says nothing that could be read. */
const noted: ReadonlySet<string> = new Set([
  ...['id', 'marking', 'seal', 'createdBy', 'releasedBy', 'revision', 'authors', 'firstPublished', 'lastPublished'],
  ...['publishedBy', 'createdAt', 'updatedAt', '_status', 'shows', 'thumbhash', 'likeness'],
]);

/** A document without what programs note of it. */
export const withoutNotes = (doc: Doc): Doc =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => !noted.has(name)));

/** Of a part of a text: how it is built and drawn. */
const drawn: ReadonlySet<string> = new Set([
  ...['id', 'type', 'version', 'format', 'indent', 'mode', 'style', 'detail', 'direction', 'textFormat', 'textStyle'],
  ...['blockType', 'blockName', 'tag', 'listType', 'start', 'value', 'newTab', 'linkType', 'colSpan', 'rowSpan'],
  ...['headerState', 'backgroundColor', 'colWidths', 'width', 'checked', 'children', 'fields'],
]);

const isObject = (value: unknown): value is Doc => value !== null && typeof value === 'object' && !Array.isArray(value);

const isLocalised = (value: unknown): value is Partial<Record<StudioLocale, unknown>> =>
  isObject(value) &&
  !(value instanceof Date) &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((name) => studioLocales.some((locale) => locale === name));

const childrenOf = (node: Doc): Doc[] => (Array.isArray(node.children) ? node.children.filter(isObject) : []);

const inline: ReadonlySet<unknown> = new Set(['text', 'linebreak', 'tab', 'link', 'autolink']);

/** Where a link leads, beside its words: an address says something too. */
const addressOf = (node: Doc): string => {
  const lines = isObject(node.fields) ? linesOf(Object.fromEntries(Object.entries(node.fields))) : [];
  return lines.length > 0 ? ` ⟨${lines.join(' ')}⟩` : '';
};

const wordsOf = (node: Doc): string => {
  if (typeof node.text === 'string') return node.text;
  if (node.type === 'linebreak') return '\n';
  const words = childrenOf(node).map(wordsOf).join('');
  return node.type === 'link' || node.type === 'autolink' ? `${words}${addressOf(node)}` : words;
};

/** A part of a text: one line for each paragraph, heading, entry or cell in it, then what stands in its fields. */
const linesIn = (node: Doc): string[] => {
  const children = childrenOf(node);
  const own = Object.fromEntries(Object.entries(node).filter(([name]) => !drawn.has(name)));
  const isFlow = children.some(({ type }) => inline.has(type));
  const within = isFlow ? [children.map(wordsOf).join('')] : children.flatMap(linesIn);
  const fields = isObject(node.fields) ? linesOf(node.fields) : [];
  return [...within, ...fields, ...linesOf(own)].filter((line) => line.trim() !== '');
};

/** All that a value says, each on a line of its own. */
const linesOf = (value: unknown): string[] => {
  if (value === null || value === undefined || value === '') return [];
  if (value instanceof Date) return [value.toISOString()];
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (!isObject(value)) return [String(value)];
  if (isObject(value.root)) return childrenOf(value.root).flatMap(linesIn);
  // Another record of ours, whose kind goes without saying
  if ('relationTo' in value && 'value' in value) return linesOf(value.value);
  return Object.entries(value).flatMap(([name, inner]) => (drawn.has(name) && name !== 'value' ? [] : linesOf(inner)));
};

const isPerson = (value: unknown): value is Doc => isObject(value) && 'name' in value;

/** Of people who are shown: their names, and of whom it is said that they are a minor, or that the name may be told. */
const ofPersons = (persons: readonly unknown[]): [string, unknown][] => [
  ['persons', persons.map((one) => (isPerson(one) ? one.name : one))],
  ...(['minor', 'told'] as const).map((mark): [string, unknown] => [
    `persons.${mark}`,
    persons.filter((one) => isPerson(one) && one[mark] === true).map((one) => isPerson(one) && one.name),
  ]),
];

/** What a field says. Of a picture's file what it is called: its sizes and hashes follow from the picture, which is shown itself. */
const saidIn = (field: string, value: unknown): [string, unknown][] => {
  if (field === 'master' && isObject(value)) return [[field, value.filename]];
  return field === 'persons' && Array.isArray(value) ? ofPersons(value) : [[field, value]];
};

const told = (name: string, locale: StudioLocale | null, whole: unknown): Told[] =>
  saidIn(name, whole).flatMap(([field, value]) => {
    const lines = linesOf(value);
    return lines.length > 0 ? [{ field, locale, lines }] : [];
  });

/**
 * All that a document says, as the database keeps it in all languages at once.
 * @param doc localised fields as objects by language
 * @returns fields in their order, those of all languages first
 */
export const toldBy = (doc: Doc): Told[] => {
  const all = Object.entries(withoutNotes(doc)).flatMap(([field, value]) =>
    isLocalised(value)
      ? studioLocales.flatMap((locale) => told(field, locale, value[locale]))
      : told(field, null, value),
  );
  const rank = ({ locale }: Told): number => (locale === null ? -1 : studioLocales.indexOf(locale));
  return all.sort((one, other) => rank(one) - rank(other));
};

/** What earlier rows said and the ones of now do not say any more, each line once. */
export const toldBefore = (now: readonly Told[], earlier: readonly Told[]): Told[] => {
  const keyOf = ({ field, locale }: Told): string => `${field} ${locale}`;
  const known = new Map<string, Set<string>>();
  for (const one of now) known.set(keyOf(one), new Set([...(known.get(keyOf(one)) ?? []), ...one.lines]));
  const gone = new Map<string, Told & { lines: string[] }>();
  for (const { field, locale, lines } of earlier) {
    const key = keyOf({ field, locale, lines });
    const seen = known.get(key) ?? new Set<string>();
    known.set(key, seen);
    const entry = gone.get(key) ?? { field, locale, lines: [] };
    for (const line of lines) if (!seen.has(line)) entry.lines.push(line);
    for (const line of lines) seen.add(line);
    if (entry.lines.length > 0) gone.set(key, entry);
  }
  return [...gone.values()];
};
