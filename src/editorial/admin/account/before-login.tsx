'use client';
import { useTranslation } from '@payloadcms/ui';
import { ownNames, studioLocales } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';

/** The log-in page speaks the language that the person chooses, before it knows who they are. */
export const BeforeLogin = () => {
  const { say, language } = useWords();
  const { switchLanguage } = useTranslation();
  return (
    <div className="bt-login">
      <fieldset className="bt-login__languages">
        <legend>{say('interface.language')}</legend>
        {studioLocales.map((locale) => (
          <button
            aria-pressed={locale === language}
            id={`interface-${locale}`}
            key={locale}
            lang={locale}
            onClick={() => void switchLanguage?.(locale)}
            type="button"
          >
            {ownNames[locale]}
          </button>
        ))}
      </fieldset>
      <h1>{say('login.title')}</h1>
    </div>
  );
};
