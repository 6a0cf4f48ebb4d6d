import type { PayloadRequest } from 'payload';
import type { Marking } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames } from '#languages/locales.ts';
import type { Content } from '#translation/content.ts';
import type { Unusable } from '#translation/machine/judge.ts';
import { buildWords } from '../acts/build-words.ts';
import { acting, actorOf, type Opened, open, type Place, remember } from '../acts/opened.ts';
import { saveWords } from '../acts/save-words.ts';
import { markingFor, type Translatable } from '../document.ts';
import { fillByMachine } from '../ledger/acts.ts';
import { printOf } from '../lines/line.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { checkMay } from '../may.ts';
import { shapeOf } from '../shape-of.ts';
import { hiddenAddresses, withoutLinks } from '../telling/hidden-links.ts';
import { isPublicByNature } from '../translated-collections.ts';
import type { Machine } from './machine-of.ts';
import { isReadableNow } from './readable-now.ts';
import { type Empty, translateSegments } from './translate-segments.ts';

/** What became of some of the segments that nobody has translated. */
export interface SomeFilled {
  readonly filled: number;
  /** Those that stay empty, since what the machine said of them cannot be used. */
  readonly unusable: readonly { readonly segment: string; readonly why: Unusable }[];
  /** How many are empty still, besides those. */
  readonly left: number;
  /** How many are empty and were not sent, since the public does not read their source yet. */
  readonly held: number;
}

/** Segments that are looked after in one go, so that somebody who waits sees it go on. */
const portion = 20;

/** Empty, and meant to be filled. What somebody has left out or written stays as it is. */
const isEmpty = ({ state, source }: StatedLine): boolean => state === 'missing' && source !== null;

const isPublic = ({ collection }: Translatable, marking: Marking | undefined): boolean =>
  marking ? marking.level === 'public' && marking.compartments.length === 0 : isPublicByNature(collection);

/** @throws Failure `machine-off`, `machine-not-public`, `machine-embargo` and of every kind that `checkMay` names */
const checkMachine = async (opened: Opened, machine: Machine | null): Promise<Machine> => {
  const { req, viewer, document, place } = opened;
  await checkMay(req, viewer, 'translate', document, place.locale);
  if (!machine?.languages.includes(place.locale))
    throw new Failure('machine-off', { language: ownNames[place.locale] });
  const { marking } = await markingFor(req, document);
  if (!isPublic(document, marking)) throw new Failure('machine-not-public');
  if (!(await isReadableNow(req, document))) throw new Failure('machine-embargo');
  return machine;
};

/** Of a draft that goes on, only what the public reads already may leave the house: nobody has let the rest out yet. */
const inPublic = ({ words }: Opened) => {
  const prints = new Set(words.publicSource.map(printOf));
  return ({ source }: StatedLine): boolean => prints.has(printOf(source));
};

const limitOf = ({ source }: StatedLine) => (source?.limit === undefined ? {} : { limit: source.limit });

const askFor = (lines: readonly StatedLine[]): Empty[] =>
  lines.flatMap((line) =>
    line.source ? [{ id: line.alias, source: line.source.content, role: line.source.role, ...limitOf(line) }] : [],
  );

/** Writes what a machine said into segments that are still empty, and whose source still says the same. */
const write = async (
  opened: Opened,
  asked: readonly StatedLine[],
  texts: ReadonlyMap<string, Content>,
): Promise<number> => {
  const { place, document, sheet, req } = opened;
  const was = new Map(asked.map((line) => [line.alias, printOf(line.source)]));
  const lines = sheet.lines.filter(
    (line) => isEmpty(line) && texts.has(line.alias) && was.get(line.alias) === printOf(line.source),
  );
  if (lines.length === 0) return 0;
  // In their name it writes no link of which they may not know
  const hidden = await hiddenAddresses(req, lines);
  const said = (line: StatedLine): Content => withoutLinks(texts.get(line.alias) ?? [], hidden);
  const contents = new Map(lines.map((line) => [line.key, said(line)]));
  const data = buildWords(document, shapeOf(req.payload, place.collection), place.locale, sheet.lines, contents);
  const words = await saveWords(opened, data);
  const actor = { ...actorOf(opened), by: null };
  const units = lines.map((line) => fillByMachine(line, line.source?.content ?? [], said(line), actor));
  await remember(opened, units, words);
  return lines.length;
};

/**
 * Has a machine translate some of the segments that have no words yet. Nothing that a person wrote is sent to be changed, and nothing of
 * it is touched: while the machine works, people go on, and what they have filled meanwhile stays theirs.
 *
 * @param without aliases of segments of which the machine has said nothing of use already
 * @throws Failure `machine-off`, `machine-not-public`, `machine-embargo`, `not-found`, `forbidden`, `translate-language`, and of the machine
 */
export const fillSome = async (
  req: PayloadRequest,
  viewer: Viewer,
  place: Place,
  { machine, without, signal }: { machine: Machine | null; without: ReadonlySet<string>; signal: AbortSignal },
): Promise<SomeFilled> => {
  const before = await open(req, viewer, place);
  const { provider } = await checkMachine(before, machine);
  const empty = before.sheet.lines.filter((line) => isEmpty(line) && !without.has(line.alias));
  const readable = empty.filter(inPublic(before));
  const asked = readable.slice(0, portion);
  const texts = new Map<string, Content>();
  const unusable: { segment: string; why: Unusable }[] = [];
  const languages = [before.document.source, place.locale] as const;
  for await (const group of translateSegments(provider, askFor(asked), languages, signal))
    for (const one of group)
      if ('content' in one) texts.set(one.id, one.content);
      else unusable.push({ segment: one.id, why: one.why });
  const filled =
    texts.size === 0
      ? 0
      : await acting(req, viewer, 'translate', place, async (opened) => {
          // Whoever raised its level meanwhile is heard
          await checkMachine(opened, machine);
          return write(opened, asked, texts);
        });
  return { filled, unusable, left: readable.length - asked.length, held: empty.length - readable.length };
};
