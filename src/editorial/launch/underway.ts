import type { StudioLocale } from '#languages/locales.ts';
import type { Acting } from './acting.ts';
import type { Fate, Going, Launch } from './launch.ts';
import { changeLaunch } from './launch-store.ts';

/** A launch that is being done. */
export type Underway = Launch & { readonly going: Going };

/** @throws where somebody else writes the row, which only the holder of its claim does: the next round looks again */
export const write = async ({ payload }: Acting, launch: Underway, change: Partial<Launch>): Promise<Underway> => {
  const next = await changeLaunch(payload, launch, change);
  if (!next) throw new Error(`The launch ${launch.id} was changed by somebody else`);
  return next as Underway;
};

export const withFate = ({ outcome }: Launch, locale: StudioLocale, fate: Omit<Fate, 'at'>) => ({
  outcome: { ...outcome, fates: { ...outcome.fates, [locale]: { ...fate, at: new Date().toISOString() } } },
});
