import { Failure } from '#errors/failure.ts';
import type { ReadDocument } from '../document.ts';
import { localeOfTag } from '../languages.ts';
import { type ExchangeProblem, problem } from '../problem.ts';
import type { Chunks } from '../xml/decode.ts';
import { attribute, childNamed, childrenNamed, textOf, type XmlElement } from '../xml/element.ts';
import { usualLimits, type XmlLimits } from '../xml/limits.ts';
import { readElements, type Wish } from '../xml/read-elements.ts';
import { collectUnits, type UnitCollection } from './collect-units.ts';
import { readOriginal } from './original.ts';
import { readUnit1, saysOtherLanguage } from './read-unit-1.ts';
import { readUnit2 } from './read-unit-2.ts';

type Generation = 1 | 2;

/** Which XLIFF it is: by its namespace, or by its version where an old tool left the namespace out. */
const generationOf = (root: XmlElement): Generation => {
  const said = /^urn:oasis:names:tc:xliff:document:([12])\.\d+$/.exec(root.uri)?.[1];
  const version = root.uri === '' ? /^([12])\.\d+$/.exec(attribute(root, 'version') ?? '')?.[1] : undefined;
  const found = root.local === 'xliff' ? (said ?? version) : undefined;
  if (!found) throw new Failure('exchange-format', { format: 'XLIFF', ...root.at });
  return found === '1' ? 1 : 2;
};

const wishes: Readonly<Record<Generation, ReadonlyMap<string, Wish>>> = {
  1: new Map([
    ...(['file', 'body', 'group'] as const).map((name) => [name, 'enter'] as const),
    ...(['header', 'trans-unit'] as const).map((name) => [name, 'whole'] as const),
  ]),
  2: new Map([
    ...(['file', 'group'] as const).map((name) => [name, 'enter'] as const),
    ...(['notes', 'unit'] as const).map((name) => [name, 'whole'] as const),
  ]),
};

/** Elements of modules and of other vocabularies are passed over. */
const wish = (element: XmlElement, parents: readonly XmlElement[]): Wish => {
  const [root = element] = parents;
  const generation = generationOf(root);
  if (parents.length === 0) return 'enter';
  if (element.uri !== root.uri) return 'skip';
  return wishes[generation].get(element.local) ?? 'skip';
};

interface Open {
  readonly file: XmlElement;
  readonly generation: Generation;
  readonly tags: { readonly source: string | undefined; readonly target: string | undefined };
  readonly units: UnitCollection;
  title: string | null;
  count: number;
}

const opened = (root: XmlElement, file: XmlElement): Open => {
  const generation = generationOf(root);
  const tags =
    generation === 1
      ? { source: attribute(file, 'source-language'), target: attribute(file, 'target-language') }
      : { source: attribute(root, 'srcLang'), target: attribute(root, 'trgLang') };
  return { file, generation, tags, units: collectUnits(), title: null, count: 0 };
};

/** A target that says itself that it is in another language. */
const otherLanguage = ({ tags }: Open, unit: XmlElement): ExchangeProblem[] =>
  [unit, ...childrenNamed(unit, 'segment')]
    .map((one) => childNamed(one, 'target'))
    .filter((target) => saysOtherLanguage(target, tags.target))
    .map((target) => problem('language-wrong', target?.at ?? unit.at, attribute(unit, 'id') ?? null));

const readTitle = (open: Open, holder: XmlElement): void => {
  const key = open.generation === 1 ? 'from' : 'category';
  const note = childrenNamed(holder, 'note').find((one) => attribute(one, key) === 'title');
  open.title ??= note ? textOf(note) : null;
};

const readWhole = (open: Open, element: XmlElement, parents: readonly XmlElement[], max: number): void => {
  if (element.local === 'header' || element.local === 'notes') {
    if (parents.at(-1) === open.file) readTitle(open, element);
    return;
  }
  open.count += 1;
  if (open.count > max) throw new Failure('exchange-too-many-units', { max, ...element.at });
  const reading = open.generation === 1 ? readUnit1(element, parents) : readUnit2(element, parents);
  open.units.add(reading, otherLanguage(open, element));
};

const closed = (open: Open, seen: Set<string>): ReadDocument => {
  const { file, tags, units, title } = open;
  const name = attribute(file, 'original') ?? '';
  const original = readOriginal(name);
  const locales = { sourceLocale: localeOfTag(tags.source), targetLocale: localeOfTag(tags.target) };
  const problems: ExchangeProblem[] = [];
  if (!original) problems.push(problem('document-foreign', file.at));
  if (original && seen.has(name)) problems.push(problem('document-doubled', file.at));
  if (!locales.sourceLocale) problems.push(problem('language-unknown', file.at, null, tags.source));
  if (!locales.targetLocale) problems.push(problem('language-unknown', file.at, null, tags.target));
  seen.add(name);
  return {
    ...(original ?? { collection: null, documentId: null, sourceRevision: null }),
    ...{ title, ...locales, units: units.units(), problems: [...problems, ...units.problems()], at: file.at },
  };
};

/**
 * Reads XLIFF 1.0 to 1.2 or 2.0 to 2.2, one document after another, whatever tool has written it. What is wrong with one unit is
 * said of that unit; only a file that cannot be read as a whole fails.
 * @throws {Failure} `exchange-…` with `line` and `column`
 */
export async function* readXliff(chunks: Chunks, limits: XmlLimits = usualLimits): AsyncGenerator<ReadDocument, void> {
  let open: Open | null = null;
  const seen = new Set<string>();
  for await (const { kind, element, parents } of readElements(chunks, { wish, limits })) {
    const [root] = parents;
    if (kind === 'open' && element.local === 'file' && root) open = opened(root, element);
    else if (open && kind === 'whole') readWhole(open, element, parents, limits.units);
    else if (open && kind === 'close' && element === open.file) {
      yield closed(open, seen);
      open = null;
    }
  }
}
