import { z } from 'zod';
import { launchRules, launchStates } from '#collections/launch-states.ts';
import { studioLocales } from '#languages/locales.ts';
import { isTextCollection, type TextCollection } from '../workflow/content-changes.ts';

const locale = z.enum(studioLocales);
const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());
const relation = z
  .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((id) => id ?? null);

/**
 * What became of a language: `out`: it was published; `public`: it was out already; `left-out`, `fallback`: it was not ready, and
 * what the rule says happened to it; `held`: it was not ready, and all wait; `refused`: it was ready, and could not be published
 * at the last moment; `taken-back`: it was out, and another one was refused, for which all wait.
 */
export const fates = ['out', 'public', 'left-out', 'fallback', 'held', 'refused', 'taken-back'] as const;

const fate = z.object({
  fate: z.enum(fates),
  at: instant,
  /** Codes of what was missing. */
  reasons: z.array(z.string()),
});
export type Fate = z.infer<typeof fate>;

/** A draft that has gone on since its text was approved: it comes back once that text is out. */
const aside = z.object({ revision: z.number(), fields: z.record(z.string(), z.unknown()) });

/** What was decided at the moment. */
const going = z.object({
  /** When it was decided. */
  at: instant,
  /** Languages that go out, in this order. */
  locales: z.array(locale),
  /** Those of them that were not public before. */
  fresh: z.array(locale),
  /** One of them was refused and all have to wait: those that are out are taken back. */
  back: z.boolean(),
  aside: z.partialRecord(locale, aside),
});
export type Going = z.infer<typeof going>;

const outcome = z.object({
  /** When it went out; null: it did not. */
  wentAt: instant.nullable(),
  fates: z.partialRecord(locale, fate),
});
export type Outcome = z.infer<typeof outcome>;

const stored = z.object({
  id: z.string(),
  collection: z.string().refine(isTextCollection),
  documentId: z.string(),
  marking: relation,
  revision: z.number(),
  state: z.enum(launchStates),
  at: instant,
  rule: z.enum(launchRules),
  locales: z.array(locale),
  by: relation,
  changedAt: instant,
  going: going.nullish().transform((value) => value ?? null),
  outcome: outcome.nullish().transform((value) => value ?? { wentAt: null, fates: {} }),
});

/** Languages of one text that go out together: which, when, and what happens to those that are not ready. */
export type Launch = Omit<z.infer<typeof stored>, 'collection'> & { readonly collection: TextCollection };

export const readLaunch = (row: unknown): Launch => stored.parse(row) as Launch;

/** States in which something of it is still to happen. */
export const openStates = ['planned', 'held', 'going', 'awaiting'] as const;

export const isOpen = ({ state }: Pick<Launch, 'state'>): boolean => openStates.some((one) => one === state);
