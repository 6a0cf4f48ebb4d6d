import { ownNames } from '#languages/locales.ts';
import type { Check } from '../check.ts';
import { languageOf } from './language-of.ts';

/** A translation in another language than it is for: most often a paragraph that stayed in the source's. */
export const wrongLanguage: Check = {
  code: 'wrong-language',
  severity: 'warns',
  find: ({ target: { text, locale } }) => {
    const found = languageOf(text);
    if (found === undefined || found === locale) return [];
    return [{ start: 0, end: text.length, values: { found: ownNames[found], wanted: ownNames[locale] } }];
  },
};
