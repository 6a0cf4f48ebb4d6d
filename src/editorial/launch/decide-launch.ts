import type { LaunchRule } from '#collections/launch-states.ts';
import type { StudioLocale } from '#languages/locales.ts';
import type { Fate } from './launch.ts';

/** As much of how a language stands as it takes to decide. */
interface Stands {
  readonly locale: StudioLocale;
  readonly state: 'ready' | 'public' | 'lacking';
  readonly lacks: readonly { readonly code: string }[];
}

export interface Decision {
  /** Whether anything goes out, or nothing is left to go. */
  readonly goes: boolean;
  /** Languages that go out. */
  readonly locales: readonly StudioLocale[];
  /** What becomes of the others. */
  readonly fates: Readonly<Partial<Record<StudioLocale, Fate>>>;
}

const laggards = { hold: 'held', without: 'left-out', fallback: 'fallback' } as const;

/**
 * What is to happen at the moment of a launch. All wait for the last one where the rule says so; otherwise what is ready goes,
 * as soon as anything is.
 * @param at the moment at which it is decided, as an instant
 * @param isFollowing it is out already, and only what was late then is asked about
 */
export const decideLaunch = (
  rule: LaunchRule,
  standings: readonly Stands[],
  at: string,
  isFollowing = false,
): Decision => {
  const ready = standings.filter(({ state }) => state === 'ready').map(({ locale }) => locale);
  const late = standings.filter(({ state }) => state === 'lacking');
  const already = standings.filter(({ state }) => state === 'public');
  const isHeld = rule === 'hold' ? late.length > 0 : ready.length === 0 && (isFollowing || already.length === 0);
  const lateFate = isHeld && !isFollowing ? 'held' : laggards[rule];
  const fates: Partial<Record<StudioLocale, Fate>> = {};
  for (const { locale, lacks } of late) fates[locale] = { fate: lateFate, at, reasons: lacks.map(({ code }) => code) };
  for (const { locale } of already) fates[locale] = { fate: 'public', at, reasons: [] };
  const goes = !isHeld || (isFollowing && late.length === 0);
  return { goes, locales: goes ? ready : [], fates };
};
