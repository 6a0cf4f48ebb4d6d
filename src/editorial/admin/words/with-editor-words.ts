import { deepMergeSimple, type SanitizedConfig } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { editorWords } from './editor-words.ts';

/** Lays our words of the text editor over its own, which it adds while Payload builds the configuration. */
export const withEditorWords = (built: SanitizedConfig): SanitizedConfig => {
  const ours = Object.fromEntries(studioLocales.map((locale) => [locale, { lexical: editorWords[locale] }]));
  built.i18n.translations = deepMergeSimple(built.i18n.translations, ours);
  return built;
};
