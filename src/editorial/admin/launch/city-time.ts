import type { StudioLocale } from '#languages/locales.ts';
import { momentInWords } from '../words/format-time.ts';

/** The zone in which the city’s launches are planned. It has no summer time. */
export const cityZone = 'Asia/Ho_Chi_Minh';
const offset = '+07:00';

/** An instant as a `datetime-local` field shows it by the clock of the city, whatever clock the machine has. */
export const cityField = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 60 * 60 * 1000).toISOString().slice(0, 16);

/** The instant that a field means; null where it is empty or no moment. */
export const fromCityField = (field: string): string | null => {
  const at = new Date(`${field}:00${offset}`);
  return Number.isNaN(at.getTime()) || cityField(at.toISOString()) !== field ? null : at.toISOString();
};

/** A moment as a sentence holds it, by the clock of the city. */
export const momentInCity = (instant: string, language: StudioLocale): string =>
  momentInWords(instant, language, cityZone);
