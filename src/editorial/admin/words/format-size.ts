import type { StudioLocale } from '#languages/locales.ts';

/** A number of bytes in millions, as the language writes it: `0.5 MB`, `0,5 MB`, `0,5 Mo`. */
export const formatSize = (bytes: number, language: StudioLocale): string =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000);
