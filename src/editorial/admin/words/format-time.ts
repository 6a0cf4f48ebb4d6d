import type { StudioLocale } from '#languages/locales.ts';

const tags: Record<StudioLocale, string> = { vi: 'vi-VN', en: 'en-GB', fr: 'fr-FR', zh: 'zh-CN' };

/** By the clock of a zone; without one, by that of the machine. */
const inZone = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone });

/** Date and time as people of that language write it, e.g. `24/11/2026 09:15`. */
export const formatMoment = (instant: string | Date, language: StudioLocale, timeZone?: string): string =>
  new Intl.DateTimeFormat(tags[language], {
    ...inZone(timeZone),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant));

/** Time of day to the second, e.g. `09:15:04`. */
export const formatClock = (instant: string | Date, language: StudioLocale): string =>
  new Intl.DateTimeFormat(tags[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(new Date(instant));

/** Date and time as a sentence holds them, e.g. `25 November 2026 at 09:15`; French counts the first of a month apart. */
export const momentInWords = (instant: string | Date, language: StudioLocale, timeZone?: string): string =>
  language === 'vi'
    ? formatMoment(instant, language, timeZone).replace(' ', ' ngày ')
    : new Intl.DateTimeFormat(tags[language], {
        ...{ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' },
        ...inZone(timeZone),
      })
        .format(new Date(instant))
        .replace(/^1 (?=\p{L})/u, language === 'fr' ? '1er ' : '1 ');
