import type { StudioLocale } from '#languages/locales.ts';
import { hasWords, speak } from './speak.ts';

/** A field as the person's form names it; what has no words keeps its technical name, shortened. */
export const fieldWords = (language: StudioLocale, path: string): string => {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  return hasWords(language, 'fields', name) ? speak(language, 'fields', name) : path.slice(0, 60);
};
