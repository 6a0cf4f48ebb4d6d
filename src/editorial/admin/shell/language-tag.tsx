'use client';
import { isPublicLocale, isStudioLocale, type StudioLocale, toStudioLocale, writtenAs } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';

/** The language of ours that a tag stands for, inside or outside; null for any other. */
export const languageOfTag = (tag: string): StudioLocale | null => {
  if (isStudioLocale(tag)) return tag;
  return isPublicLocale(tag) ? toStudioLocale(writtenAs(tag)) : null;
};

/** A language in short, with its name for whoever asks; a tag that is none of ours as it is. */
export const LanguageTag = ({ tag }: { tag: string }) => {
  const { say } = useWords();
  const language = languageOfTag(tag);
  return (
    <abbr className="bt-language" title={language ? say(`language.${language}`) : undefined}>
      {language ? say(`language.short.${language}`) : tag}
    </abbr>
  );
};
