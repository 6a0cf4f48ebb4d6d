'use client';
import { usePathname, useRouter } from 'next/navigation.js';
import { useTransition } from 'react';
import { createPortal } from 'react-dom';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import type { LanguageFacts } from '../../desk/language-state.ts';
import { useSave } from '../conflict/use-save.tsx';
import { useWords } from '../words/use-words.ts';
import { StateChip } from './state-chip.tsx';

/** The four languages of a document with their states; a click saves what is typed and opens the other language. */
export const LanguageRows = ({ languages, open }: { languages: readonly LanguageFacts[]; open: StudioLocale }) => {
  const { say } = useWords();
  const router = useRouter();
  const pathname = usePathname();
  const [leaving, startLeaving] = useTransition();
  const { save, modified, dialog } = useSave();
  // What is typed and not saved yet would be lost on the way
  const goTo = async (locale: StudioLocale) => {
    if (modified && (await save()) === null) return;
    startLeaving(() => router.push(`${pathname}?locale=${locale}`));
  };
  return (
    <ul aria-busy={leaving}>
      {dialog}
      {/* Until the other language has come, nothing can be typed that would belong to neither */}
      {leaving ? createPortal(<div className="bt-leaving" />, document.body) : null}
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
