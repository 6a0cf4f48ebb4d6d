import type { StudioLocale } from '#languages/locales.ts';

const tags: Record<StudioLocale, string> = { vi: 'vi-VN', en: 'en-GB', fr: 'fr-FR', zh: 'zh-CN' };

/** A day of the calendar as people of that language write it: `30/11/2026`. @param day `2026-11-30` */
export const dayInWords = (day: string, language: StudioLocale): string =>
  new Intl.DateTimeFormat(tags[language], {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** A month of the calendar as people of that language write it: `November 2026`. @param month `2026-11` */
export const monthInWords = (month: string, language: StudioLocale): string =>
  new Intl.DateTimeFormat(tags[language], { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
