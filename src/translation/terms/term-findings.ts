import type { StudioLocale } from '#languages/locales.ts';
import type { Concept } from './concept.ts';
import { findTerms, readTerms, type TermHit, type TermHits } from './find-terms.ts';
import { obsoleteSince, standingOn } from './standing.ts';
import { formsIn, type TermIndex } from './term-index.ts';

/**
 * What is wrong with the names of a text: `missing` names of the source (the place is in the source), forms that are
 * `forbidden`, `obsolete`, or official at a later time (`early`) (the place is in the target).
 */
export type TermFault = 'missing' | 'forbidden' | 'obsolete' | 'early';

export interface TermFinding {
  readonly fault: TermFault;
  readonly side: 'source' | 'target';
  /** UTF-16 units of the side's plain text. */
  readonly start: number;
  readonly end: number;
  readonly conceptId: string;
  /** The words as they stand there. */
  readonly found: string;
  /** What to write in the language of the target, the approved form first; empty where the registry knows none. */
  readonly instead: readonly string[];
  readonly reason?: string;
  /** First day on which the form was obsolete, or is official. */
  readonly since?: string;
  /** Whether the entry of the form, or for a missing name that of the approved form, stops a publication. */
  readonly stops: boolean;
}

/** A text whose names are looked at, with what it translates. Days as `2026-11-27`. */
export interface NamedPair {
  readonly source?: { readonly text: string; readonly locale: StudioLocale };
  readonly target: { readonly text: string; readonly locale: StudioLocale };
  readonly day: string;
}

/** What can be written for a concept in a language on a day, the approved form first. */
export const writable = (concept: Concept, locale: StudioLocale, day: string): string[] => {
  const forms = formsIn(concept, locale);
  return (['approved', 'allowed'] as const).flatMap((status) =>
    forms.filter((form) => standingOn(form, day) === status).map(({ term }) => term),
  );
};

const faulty: readonly string[] = ['forbidden', 'obsolete', 'early'] satisfies TermFault[];

/** Names in one text that must not stand there on that day, in reading order. */
export const wrongNames = (index: TermIndex, text: string, locale: StudioLocale, day: string): TermFinding[] =>
  wrongAmong(findTerms(index, text, locale, day), text, locale, day);

const wrongAmong = (hits: readonly TermHit[], text: string, locale: StudioLocale, day: string): TermFinding[] =>
  hits.filter(({ standing }) => faulty.includes(standing)).map((hit) => wrong(hit, text, locale, day));

const wrong = ({ concept, form, standing, start, end }: TermHit, text: string, locale: StudioLocale, day: string) => {
  const since = standing === 'early' ? form.validFrom : standing === 'obsolete' ? obsoleteSince(form) : undefined;
  return {
    fault: standing as TermFault,
    side: 'target' as const,
    start,
    end,
    conceptId: concept.id,
    found: text.slice(start, end),
    instead: writable(concept, locale, day),
    ...(form.reason ? { reason: form.reason } : {}),
    ...(since ? { since } : {}),
    stops: form.stops,
  };
};

/** Names of the same place: a street and the person whom it is named after are written alike. */
const byPlace = (hits: readonly TermHit[]): TermHit[][] => {
  const places = new Map<number, TermHit[]>();
  for (const hit of hits) places.set(hit.start, [...(places.get(hit.start) ?? []), hit]);
  return [...places.values()];
};

const missing = (index: TermIndex, { source, target, day }: NamedPair, { every }: TermHits): TermFinding[] => {
  if (!source || source.locale === target.locale || target.text.trim() === '') return [];
  const named = findTerms(index, source.text, source.locale, day).filter(({ standing }) => !faulty.includes(standing));
  if (named.length === 0) return [];
  // Any form will do, however it is capitalised and whatever longer name it is within; a wrong one is told of by itself
  const said = new Set(every.map(({ concept }) => concept.id));
  const told = new Set<string>();
  return byPlace(named).flatMap((hits) => {
    const [first] = hits;
    if (!first || hits.some(({ concept }) => said.has(concept.id) || told.has(concept.id))) return [];
    const lacking = hits.flatMap(({ concept }) => formsIn(concept, target.locale));
    const instead = [...new Set(hits.flatMap(({ concept }) => writable(concept, target.locale, day)))];
    if (instead.length === 0) return [];
    for (const { concept } of hits) told.add(concept.id);
    const { start, end } = first;
    const stops = lacking.some((form) => form.stops && standingOn(form, day) === 'approved');
    const found = source.text.slice(start, end);
    return [{ fault: 'missing', side: 'source', start, end, conceptId: first.concept.id, found, instead, stops }];
  });
};

/**
 * What is wrong with the names in a translation: official names of the source that it does not name, once for each, and
 * forms that must not be written on that day.
 */
export const termFindings = (index: TermIndex, pair: NamedPair): TermFinding[] => {
  const { text, locale } = pair.target;
  const hits = readTerms(index, text, locale, pair.day);
  return [...missing(index, pair, hits), ...wrongAmong(hits.named, text, locale, pair.day)];
};
