'use client';
import { ChevronIcon, Popup, PopupList, useConfig, useLocale } from '@payloadcms/ui';
import { usePathname } from 'next/navigation.js';
import { isStudioLocale, ownNames, studioLocales } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';
import { useOtherLanguage } from './use-other-language.ts';

/** Whether the page shows documents that are written in several languages. */
const useHasLanguages = (): boolean => {
  const { getEntityConfig } = useConfig();
  const [, collectionSlug] = /\/collections\/([^/]+)/.exec(usePathname()) ?? [];
  const collection = collectionSlug ? getEntityConfig({ collectionSlug }) : null;
  return collection?.fields.some((field) => 'localized' in field && field.localized) ?? false;
};

/**
 * In which language the texts on the page are read and written. It stands in the place of Payload's own chooser, which
 * goes on without a question and throws away what is typed.
 */
export const ContentLanguage = () => {
  const { sayIn } = useWords();
  const { code } = useLocale();
  const { goTo } = useOtherLanguage();
  if (!useHasLanguages() || !isStudioLocale(code)) return null;
  return (
    <Popup
      button={
        <span className="bt-content-language">
          <span className="bt-content-language__label">{sayIn('general:locale')}</span>
          <strong lang={code}>{ownNames[code]}</strong>
          <ChevronIcon />
        </span>
      }
      horizontalAlign="right"
      id="content-language"
      render={({ close }) => (
        <PopupList.ButtonGroup>
          {studioLocales.map((locale) => (
            <PopupList.Button
              active={locale === code}
              disabled={locale === code}
              id={`content-language-${locale}`}
              key={locale}
              onClick={() => {
                close();
                document.querySelector<HTMLElement>('#content-language button')?.focus();
                void goTo(locale);
              }}
            >
              <span lang={locale}>{ownNames[locale]}</span>
            </PopupList.Button>
          ))}
        </PopupList.ButtonGroup>
      )}
      size="medium"
    />
  );
};
