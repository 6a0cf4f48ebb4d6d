import { Failure } from '#errors/failure.ts';
import { assemble, codesOf, type KnownCodes } from '../inline/assemble.ts';
import { localeOfTag } from '../languages.ts';
import { type ExchangeProblem, problem } from '../problem.ts';
import type { Chunks } from '../xml/decode.ts';
import { attribute, childNamed, childrenNamed, textOf, type XmlElement, xmlNamespace } from '../xml/element.ts';
import { usualLimits, type XmlLimits } from '../xml/limits.ts';
import { readElements, type Wish } from '../xml/read-elements.ts';
import { readTmxDate } from './dates.ts';
import type { MemoryEntry, MemoryVariant } from './entry.ts';
import { addressesIn, tokensTmx } from './inline-tmx.ts';

/** An entry as it came; null: it does not hold words in two languages of ours. */
export interface ReadEntry {
  readonly entry: MemoryEntry | null;
  readonly problems: readonly ExchangeProblem[];
}

const topLevel: ReadonlyMap<string, Wish> = new Map([
  ['header', 'whole'],
  ['body', 'enter'],
]);

const wish = (element: XmlElement, parents: readonly XmlElement[]): Wish => {
  if (parents.length === 0) {
    if (element.local !== 'tmx') throw new Failure('exchange-format', { format: 'TMX', ...element.at });
    return 'enter';
  }
  if (parents.length === 1) return topLevel.get(element.local) ?? 'skip';
  return element.local === 'tu' ? 'whole' : 'skip';
};

/** TMX before 1.3 says `lang`. */
const languageOf = (element: XmlElement): string | undefined =>
  attribute(element, 'lang', xmlNamespace) ?? attribute(element, 'lang');

interface Variants {
  readonly variants: MemoryVariant[];
  readonly problems: ExchangeProblem[];
}

/** Codes of all variants are those of the first; a code of which nobody says what it is stands for something unknown. */
const variantsOf = (unit: XmlElement, id: string | null): Variants => {
  const read: Variants = { variants: [], problems: [] };
  let known: KnownCodes = new Map();
  for (const variant of childrenNamed(unit, 'tuv')) {
    const [locale, seg] = [localeOfTag(languageOf(variant)), childNamed(variant, 'seg')];
    if (!locale || !seg) continue;
    const { content, faults } = assemble(tokensTmx(seg.children, addressesIn(variant)), { known, lenient: true });
    if (content.length === 0) continue;
    if (read.variants.length === 0) known = codesOf(content);
    read.variants.push({ locale, content });
    read.problems.push(...faults.map((fault) => problem(fault.code, fault.at, id, fault.id)));
  }
  return read;
};

const given = <Key extends string>(key: Key, value: string | undefined | null): Partial<Record<Key, string>> =>
  value === undefined || value === null ? {} : ({ [key]: value } as Record<Key, string>);

const readEntry = (unit: XmlElement, sourceTag: string | undefined): ReadEntry => {
  const id = attribute(unit, 'tuid');
  const { variants, problems } = variantsOf(unit, id ?? null);
  if (new Set(variants.map(({ locale }) => locale)).size < 2) {
    return { entry: null, problems: [...problems, problem('entry-empty', unit.at, id ?? null)] };
  }
  const dated = [unit, ...childrenNamed(unit, 'tuv')];
  const first = (name: string) => dated.map((one) => attribute(one, name)).find((value) => value !== undefined);
  const source = localeOfTag(attribute(unit, 'srclang') ?? sourceTag);
  const entry: MemoryEntry = {
    ...given('id', id),
    ...(source ? { sourceLocale: source } : {}),
    ...given('createdAt', readTmxDate(first('creationdate'))),
    ...given('changedAt', readTmxDate(first('changedate'))),
    ...given('createdBy', first('creationid')),
    variants,
    props: childrenNamed(unit, 'prop').map((prop) => ({ type: attribute(prop, 'type') ?? '', text: textOf(prop) })),
    notes: childrenNamed(unit, 'note').map(textOf),
  };
  return { entry, problems };
};

/**
 * Reads a translation memory in TMX 1.1 to 1.4b, one entry after another. The plain document type that many tools write is
 * passed over.
 * @throws {Failure} `exchange-…` with `line` and `column`
 */
export async function* readTmx(chunks: Chunks, limits: XmlLimits = usualLimits): AsyncGenerator<ReadEntry, void> {
  let sourceTag: string | undefined;
  for await (const { kind, element } of readElements(chunks, { wish, limits, doctypes: ['tmx'] })) {
    if (kind !== 'whole') continue;
    if (element.local === 'header') sourceTag = attribute(element, 'srclang');
    else yield readEntry(element, sourceTag);
  }
}
