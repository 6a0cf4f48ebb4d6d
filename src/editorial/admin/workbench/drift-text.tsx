'use client';
import type { StudioLocale } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';
import type { Drift } from './answers.ts';

const elements = { same: 'span', removed: 'del', added: 'ins' } as const;

/** How the source has changed since the text was accepted: words as they were and as they are, and how grave it is. */
export const DriftText = ({ drift, locale }: { drift: Drift; locale: StudioLocale }) => {
  const { sayIn } = useWords();
  return (
    <div className={`bt-drift bt-drift--${drift.gravity}`}>
      <strong>{sayIn(`workbench:gravity.${drift.gravity}`)}</strong>
      <p lang={locale === 'zh' ? 'zh-Hans' : locale}>
        {drift.words.map(({ kind, text }, at) => {
          const Element = elements[kind];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity beyond their place
            <Element key={at}>
              {kind === 'same' ? null : <span className="bt-unseen">{sayIn(`workbench:drift.${kind}`)} </span>}
              {text}
            </Element>
          );
        })}
      </p>
    </div>
  );
};
