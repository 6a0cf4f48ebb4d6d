import type { StudioLocale } from '#languages/locales.ts';
import type { Fact } from '../fact.ts';
import { prepare } from '../prepare.ts';
import { isMeasure } from './conversions.ts';
import { unitBehind, unitWords } from './units.ts';

const patterns = Object.fromEntries(
  Object.entries(unitWords).map(([locale, words]) => [
    locale,
    new RegExp(locale === 'zh' ? words : `(?<![\\p{L}\\d])(?:${words})`, 'giu'),
  ]),
);

/** The longest unit in letters: `kilomètres par heure`. */
const longest = 24;

/**
 * Units of length, area, weight and warmth that stand in a text without a number: what is left of `300 km (190 miles)` where 300 was
 * lost. Most are none's loss (some miles away); they tell only of a number whose unit is still there.
 *
 * @param facts of the same text
 * @returns units as values of facts have them: `km`, `ft`
 */
export const bareUnits = (text: string, facts: readonly Fact[], locale: StudioLocale): ReadonlySet<string> => {
  const { text: prepared, placeOf } = prepare(text);
  const found = new Set<string>();
  for (const { index } of prepared.matchAll(patterns[locale] as RegExp)) {
    const unit = unitBehind(prepared.slice(index, index + longest), locale)?.unit;
    const place = placeOf(index);
    const isCounted = facts.some(({ start, end }) => start <= place && place < end);
    if (unit !== undefined && isMeasure(unit) && !isCounted) found.add(unit);
  }
  return found;
};
