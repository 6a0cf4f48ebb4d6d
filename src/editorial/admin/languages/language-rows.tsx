'use client';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import type { LanguageFacts } from '../../desk/language-state.ts';
import { useWords } from '../words/use-words.ts';
import { StateChip } from './state-chip.tsx';
import { useOtherLanguage } from './use-other-language.ts';

/** The four languages of a document with their states; a click saves what is typed and opens the other language. */
export const LanguageRows = ({ languages, open }: { languages: readonly LanguageFacts[]; open: StudioLocale }) => {
  const { say } = useWords();
  const { leaving, goTo } = useOtherLanguage();
  return (
    <ul aria-busy={leaving}>
      {languages.map(({ locale, isSource, state }) => (
        <li key={locale}>
          <button
            aria-current={locale === open}
            className="bt-languages__row"
            id={`language-${locale}`}
            onClick={() => void goTo(locale)}
            type="button"
          >
            <span lang={locale}>{ownNames[locale]}</span>
            {isSource ? <em>{say('languages.source')}</em> : null}
            <StateChip state={state} />
          </button>
        </li>
      ))}
    </ul>
  );
};
