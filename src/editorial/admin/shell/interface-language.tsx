'use client';
import { useAuth, useTranslation } from '@payloadcms/ui';
import { ownNames, studioLocales } from '#languages/locales.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** In which language the studio speaks; the choice is kept in the browser and, once signed in, with the person. */
export const InterfaceLanguage = () => {
  const { say, language } = useWords();
  const { switchLanguage } = useTranslation();
  const { user } = useAuth();
  const choose = async (locale: (typeof studioLocales)[number]) => {
    await switchLanguage?.(locale);
    if (user) await studioFetch(`/api/users/${user.id}`, locale, { method: 'PATCH', json: { language: locale } });
  };
  return (
    <fieldset className="bt-interface">
      <legend>{say('interface.language')}</legend>
      {studioLocales.map((locale) => (
        <button
          aria-pressed={locale === language}
          key={locale}
          lang={locale}
          onClick={() => void choose(locale)}
          title={ownNames[locale]}
          type="button"
        >
          {say(`language.short.${locale}`)}
        </button>
      ))}
    </fieldset>
  );
};
