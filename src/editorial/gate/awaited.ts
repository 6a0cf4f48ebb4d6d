import { z } from 'zod';
import { launchRules, launchStates } from '#collections/launch-states.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { AwaitedAs } from '#record/common.ts';
import { type DocumentRef, keyOf } from '../release/released-collections.ts';

/** Languages that launches have gone out without, and what their readers get. */
export type AwaitedByLocale = Readonly<Partial<Record<StudioLocale, AwaitedAs>>>;

const row = z.looseObject({
  id: z.string(),
  collection: z.enum(['articles', 'events']),
  documentId: z.string(),
  rule: z.enum(launchRules),
  state: z.enum(launchStates),
  outcome: z.looseObject({
    wentAt: z.string(),
    fates: z.partialRecord(z.enum(studioLocales), z.looseObject({ fate: z.string() })),
  }),
});

const numberOf = (id: string): number => Number(id.split('/').at(-1));

/** A language that was refused at the last moment is late like any other. */
const asOf = (fate: string | undefined, rule: string): AwaitedAs | null => {
  if (fate === 'fallback' || (fate === 'refused' && rule === 'fallback')) return 'fallback';
  return fate === 'left-out' || (fate === 'refused' && rule === 'without') ? 'none' : null;
};

/**
 * What the last launch of each document that has gone out left open, by `keyOf`. One that was cancelled since, or taken back, leaves
 * nothing open. What cannot be read says nothing.
 */
export const awaitedByDocument = (rows: readonly unknown[]): Map<string, AwaitedByLocale> => {
  const launches = rows.flatMap((one) => row.safeParse(one).data ?? []);
  const found = new Map<string, AwaitedByLocale>();
  for (const launch of launches.toSorted((one, other) => numberOf(one.id) - numberOf(other.id))) {
    const ref: DocumentRef = { collection: launch.collection, id: launch.documentId };
    const open = launch.state === 'cancelled' ? [] : Object.entries(launch.outcome.fates);
    const awaited = open.flatMap(([locale, told]) => {
      const as = asOf(told?.fate, launch.rule);
      return as ? [[locale, as] as const] : [];
    });
    found.set(keyOf(ref), Object.fromEntries(awaited));
  }
  return found;
};
