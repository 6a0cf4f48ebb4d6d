'use client';
import { useDeferredValue, useEffect, useState } from 'react';
import { z } from 'zod';
import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '#translation/content.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { content, drift, type Line, type Sheet } from './answers.ts';
import type { Place } from './use-sheet.ts';

const match = z.looseObject({
  percent: z.number(),
  source: content,
  target: content,
  words: drift.shape.words,
});
export type Match = z.infer<typeof match>;
const matches = z.object({ matches: z.array(match) });

const name = z.looseObject({
  found: z.string(),
  definition: z.string().optional(),
  instead: z.array(z.string()),
  avoid: z.array(z.looseObject({ term: z.string(), reason: z.string().optional() })),
});
export type OfficialName = z.infer<typeof name>;
const names = z.looseObject({ names: z.array(name) });

/** What helps with the line that is open: how the like was translated before, and the official names in it. */
export interface Helps {
  readonly matches: readonly Match[];
  readonly names: readonly OfficialName[];
}

const none: Helps = { matches: [], names: [] };

/** Each name once, however often the source has it. */
const eachOnce = (all: readonly OfficialName[]): OfficialName[] => [
  ...new Map(all.map((one) => [one.found, one])).values(),
];

const questionOf = (line: Line, { segments, source }: Sheet, { collection, id, locale }: Place) => {
  const at = segments.indexOf(line);
  const printOf = (one: Line | undefined) => one?.base.source.split('.')[0] ?? '';
  const around = { before: printOf(segments[at - 1]), after: printOf(segments[at + 1]) };
  return { content: line.source?.content, from: source, to: locale, collection, id, ...around, most: 9 };
};

/** Asks for what helps, again when another line is opened. What cannot be had is not missed: nobody needs it to go on. */
export const useHelps = (
  open: Line | null,
  sheet: Sheet,
  place: Place & { locale: StudioLocale },
  typed: Content,
): Helps => {
  const { language } = useWords();
  const [helps, setHelps] = useState<Helps>(none);
  const later = useDeferredValue(plainText(typed));
  const key = open?.source ? open.segment : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one line is asked for once, however often its sheet is drawn
  useEffect(() => {
    setHelps(none);
    if (!open?.source) return;
    const stop = new AbortController();
    const ask = async (path: string, json: object) => {
      const answer = await studioFetch(path, language, { method: 'POST', json, signal: stop.signal });
      return answer.ok && !stop.signal.aborted ? answer.body : null;
    };
    const source = { locale: sheet.source, texts: [plainText(open.source.content)] };
    void ask('/api/translation/memory', questionOf(open, sheet, place)).then((body) => {
      const read = matches.safeParse(body);
      if (read.success) setHelps((before) => ({ ...before, matches: read.data.matches }));
    });
    void ask('/api/translation/terms/check', { locale: place.locale, texts: [later], source }).then((body) => {
      const read = names.safeParse(body);
      if (read.success) setHelps((before) => ({ ...before, names: eachOnce(read.data.names) }));
    });
    return () => stop.abort();
  }, [key]);
  return helps;
};
