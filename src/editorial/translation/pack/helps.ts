import type { PayloadRequest } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import { plainText } from '#translation/content.ts';
import type { ExchangeMatch, ExchangeTerm } from '#translation/exchange/document.ts';
import type { MemoryEntry } from '#translation/exchange/tmx/entry.ts';
import type { MemoryIndex } from '#translation/memory/memory.ts';
import type { Concept } from '#translation/terms/concept.ts';
import { findTerms } from '#translation/terms/find-terms.ts';
import { writable } from '#translation/terms/term-findings.ts';
import type { Held } from '../acts/opened.ts';
import { printOf } from '../lines/line.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { entryOf } from '../memory/export-tmx.ts';
import { settledMemory } from '../memory/studio-memory.ts';
import { cityDay } from '../terms/city-day.ts';
import { registryOf } from '../terms/registry.ts';
import type { Asker } from './asker.ts';

/** What goes along with the segments of a pack: what was said before, and official names. */
export interface Helps {
  matches(held: Held, line: StatedLine): ExchangeMatch[];
  terms(held: Held, line: StatedLine): ExchangeTerm[];
  /** All that was found so far, each once. */
  memory(): Iterable<MemoryEntry>;
  concepts(): Iterable<Concept>;
}

/** Suggestions for one segment, and most that a pack takes along: a whole memory is another command’s to give. */
const perSegment = 5;
const mostEntries = 20_000;

/** States in which somebody still looks for words. */
const seeking: readonly string[] = ['missing', 'machine', 'outdated'];

const aroundOf = ({ place, sheet }: Held, { source, ...line }: StatedLine) => {
  const at = sheet.lines.findIndex(({ key }) => key === line.key);
  const beside = (index: number) => printOf(sheet.lines[index]?.source ?? null);
  const document = { collection: place.collection, id: place.id };
  return { document, path: source?.path, before: beside(at - 1), after: beside(at + 1) };
};

const originOf = (document: { readonly collection: string; readonly id: string } | undefined) =>
  document ? { origin: `${document.collection}/${document.id}` } : {};

const openMatches = (memory: MemoryIndex, { sees }: Asker, to: StudioLocale) => {
  const entries = new Map<string, MemoryEntry>();
  const find = (held: Held, line: StatedLine): ExchangeMatch[] => {
    if (!line.source || !seeking.includes(line.state)) return [];
    const { content } = line.source;
    const around = aroundOf(held, line);
    const found = memory.suggest({ content, from: held.document.source, to, sees, around, most: perSegment });
    return found.map(({ unit, percent, source, target }) => {
      if (entries.size < mostEntries) entries.set(unit.id, entryOf(unit));
      return { source, target, percent, ...originOf(unit.document) };
    });
  };
  return { find, entries };
};

/**
 * Opens what helps: memory as whoever asks may know of it, and the names of today.
 * @throws Failure `memory-indexing` as long as memory is compared with the database for the first time
 */
export const openHelps = async (
  req: PayloadRequest,
  asker: Asker,
  to: StudioLocale,
  memoryFor = settledMemory,
): Promise<Helps> => {
  const { find, entries } = openMatches(await memoryFor(req.payload), asker, to);
  const { index } = await registryOf(req.payload);
  const day = cityDay(new Date());
  const met = new Map<string, Concept>();
  return {
    matches: find,
    terms: ({ document, place }, { source }) => {
      const hits = findTerms(index, plainText(source?.content ?? []), document.source, day);
      return [...new Map(hits.map((hit) => [hit.form.term, hit])).values()].flatMap(({ concept, form }) => {
        met.set(concept.id, concept);
        const translations = writable(concept, place.locale, day);
        const { definition } = concept;
        return translations.length === 0
          ? []
          : [{ term: form.term, translations, ...(definition ? { definition } : {}) }];
      });
    },
    memory: () => entries.values(),
    concepts: () => met.values(),
  };
};
