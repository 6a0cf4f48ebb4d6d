import { z } from 'zod';

const list = z.array(z.string()).catch([]);

/**
 * What the ledger says of one language of a document, in fingerprints alone: which texts say what of the source. A pair is
 * one text, `source text`: not every database holds lists of lists.
 * `said`: source and text of which a person has declared that they say the same, once and for good; the text is empty where
 * a publisher let a language go out without it. `machine`: the same, of which only a machine thinks so. `leftOut`: source
 * that this language leaves out on purpose. `onlyHere`: text that stands against nothing on purpose. `corrected`, `removed`:
 * what corrections of the source brought, and what they took away.
 */
const schema = z.object({
  said: z.array(z.string()),
  machine: list,
  leftOut: list,
  onlyHere: list,
  corrected: list,
  removed: list,
});
export type Vouched = z.infer<typeof schema>;

/** What the gate was told of a language; null for a document of which nothing is remembered. */
export const readVouched = (value: unknown): Vouched | null => {
  const read = schema.safeParse(value);
  return read.success ? read.data : null;
};

export type TranslationState = 'human' | 'machine' | 'outdated' | 'under-correction';

/** A pair as it is kept. */
export const pairOf = (source: string, text: string): string => `${source} ${text}`;

const partsOf = (pair: string): readonly [string, string] => {
  const [source = '', text = ''] = pair.split(' ');
  return [source, text];
};

const grouped = (pairs: readonly string[], by: 0 | 1): Map<string, Set<string>> => {
  const groups = new Map<string, Set<string>>();
  for (const pair of pairs.map(partsOf)) {
    const [key, other] = by === 0 ? pair : [pair[1], pair[0]];
    groups.set(key, (groups.get(key) ?? new Set()).add(other));
  }
  return groups;
};

/** Sources of which a published text was declared to say what they say. */
export const coveredBy = (pairs: readonly string[], target: ReadonlySet<string>): Set<string> =>
  new Set(pairs.map(partsOf).flatMap(([source, text]) => (target.has(text) ? [source] : [])));

/**
 * How a published translation stands to the published source, by their words alone.
 *
 * @param source fingerprints of the segments of the source that is public
 * @param target the same of the translation
 */
export const stateBy = (source: readonly string[], target: readonly string[], vouched: Vouched): TranslationState => {
  const there = new Set(['', ...target]);
  const sources = new Set(source);
  const [said, byMachine] = [grouped(vouched.said, 0), grouped(vouched.machine, 0)];
  const isCovered = (by: Map<string, Set<string>>, one: string) => [...(by.get(one) ?? [])].some((t) => there.has(t));
  const leftOut = new Set(vouched.leftOut);
  const behind = source.filter((s) => !leftOut.has(s) && !isCovered(said, s) && !isCovered(byMachine, s));
  const origins = grouped([...vouched.said, ...vouched.machine], 1);
  const onlyHere = new Set(vouched.onlyHere);
  const stale = target.filter((t) => {
    const from = origins.get(t);
    return from !== undefined && !onlyHere.has(t) && ![...from].some((s) => sources.has(s));
  });
  const [corrected, removed] = [new Set(vouched.corrected), new Set(vouched.removed)];
  const isWrong =
    behind.some((s) => corrected.has(s)) || stale.some((t) => [...(origins.get(t) ?? [])].some((s) => removed.has(s)));
  if (isWrong) return 'under-correction';
  if (behind.length > 0 || stale.length > 0) return 'outdated';
  return source.some((s) => !leftOut.has(s) && !isCovered(said, s)) ? 'machine' : 'human';
};
