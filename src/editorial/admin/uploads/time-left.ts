import type { StudioLocale } from '#languages/locales.ts';

/** A length of time as a person says it: minutes below an hour and a half, else hours. @param seconds more than none */
export const timeLeft = (seconds: number, language: StudioLocale): string => {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const [value, unit] = minutes < 90 ? [minutes, 'minute'] : [Math.round(minutes / 30) / 2, 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(
    Number(value),
  );
};
