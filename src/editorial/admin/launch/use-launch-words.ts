'use client';
import type { StudioLocale } from '#languages/locales.ts';
import type { ToldLaunch } from '../../launch/answers.ts';
import { useWords } from '../words/use-words.ts';
import { momentInCity } from './city-time.ts';

/** How launches are worded. */
export const useLaunchWords = () => {
  const { sayIn, language } = useWords();
  const say = (key: string, values?: Record<string, string | number>): string => sayIn(`launch:${key}`, values);
  return {
    say,
    language,
    languageOf: (locale: StudioLocale): string => sayIn(`studio:language.${locale}`),
    /** When it goes or went out, by the clock of the city. */
    whenOf: ({ at, wentAt, lateBy }: ToldLaunch): string => {
      const planned = say('at', { moment: momentInCity(at, language) });
      if (wentAt === null || lateBy === 0) return planned;
      return `${planned} ${say('lateBy', { moment: momentInCity(wentAt, language), count: lateBy })}`;
    },
  };
};
