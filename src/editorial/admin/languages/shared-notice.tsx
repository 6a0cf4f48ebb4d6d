'use client';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { listed } from '#languages/punctuation.ts';
import type { DocumentLanguages } from '../../desk/document-languages.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';

interface Props {
  collection: string;
  locale: StudioLocale;
  languages: DocumentLanguages;
}

/** Which fields common to all languages were changed, and in which other public languages that will be seen. */
export const SharedNotice = ({ collection, locale, languages }: Props) => {
  const { say, language } = useWords();
  const nameOf = useFieldName(collection);
  const reached = languages.languages.filter((one) => one.locale !== locale && one.publishedAt !== null);
  if (languages.sharedChanges.length === 0 || reached.length === 0) return null;
  const names = reached.map((one) => ownNames[one.locale]);
  return (
    <p className="bt-notice">
      {say('shared.reaches', {
        fields: listed(languages.sharedChanges.map(nameOf), language),
        languages: listed(names, language),
      })}
    </p>
  );
};
