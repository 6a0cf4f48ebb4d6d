'use client';
import type { DefaultCellComponentProps } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { labelled } from '#languages/punctuation.ts';
import { useWords } from '../words/use-words.ts';
import { useDocumentLanguages } from './languages-store.ts';

/** In a list: the four languages of a document, each with its state. */
export const LanguagesCell = ({ collectionSlug, rowData }: DefaultCellComponentProps) => {
  const { say, language } = useWords();
  const id = rowData?.id === undefined ? undefined : String(rowData.id);
  const { languages } = useDocumentLanguages(collectionSlug, id, language, rowData?.updatedAt);
  return (
    <span className="bt-cell-languages">
      {studioLocales.map((locale) => {
        const state = languages?.languages.find((one) => one.locale === locale)?.state ?? 'unknown';
        const words = state === 'unknown' ? '' : say(`state.${state}`);
        return (
          <abbr
            className={`bt-language bt-language--${state}`}
            key={locale}
            title={labelled(say(`language.${locale}`), words, language)}
          >
            {say(`language.short.${locale}`)}
          </abbr>
        );
      })}
    </span>
  );
};
