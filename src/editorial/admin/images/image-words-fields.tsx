'use client';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { useFieldName } from '../words/use-field-name.ts';
import type { ImageWords } from './image-draft.ts';

interface Props {
  locale: StudioLocale;
  words: ImageWords;
  onChange: (words: ImageWords) => void;
}

/** Title, alternative text and caption in one language. */
export const ImageWordsFields = ({ locale, words, onChange }: Props) => {
  const nameOf = useFieldName('images');
  const field = (key: keyof ImageWords, rows: number) => {
    const id = `image-${key}-${locale}`;
    return (
      <label className="bt-field" htmlFor={id}>
        <span>{nameOf(key)}</span>
        <textarea
          id={id}
          lang={locale}
          onChange={(event) => onChange({ ...words, [key]: event.target.value })}
          rows={rows}
          value={words[key]}
        />
      </label>
    );
  };
  return (
    <fieldset className="bt-words">
      <legend lang={locale}>{ownNames[locale]}</legend>
      {field('title', 1)}
      {field('alt', 2)}
      {field('caption', 3)}
    </fieldset>
  );
};
