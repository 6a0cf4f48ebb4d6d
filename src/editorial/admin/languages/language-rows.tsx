'use client';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import type { LanguageFacts } from '../../desk/language-state.ts';
import { useWords } from '../words/use-words.ts';
import { WorkbenchLink } from '../workbench/workbench-link.tsx';
import { StateChip } from './state-chip.tsx';
import { useOtherLanguage } from './use-other-language.ts';

interface LanguageRowsProps {
  readonly collection: string;
  readonly id: string;
  readonly languages: readonly LanguageFacts[];
  readonly open: StudioLocale;
}

/** The four languages of a document with their states; a click saves what is typed and opens the other language. */
export const LanguageRows = ({ collection, id, languages, open }: LanguageRowsProps) => {
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
          {isSource ? null : <WorkbenchLink collection={collection} id={id} locale={locale} />}
        </li>
      ))}
    </ul>
  );
};
