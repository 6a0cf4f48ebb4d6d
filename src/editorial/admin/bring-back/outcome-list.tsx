'use client';
import { ownNames } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';
import type { Document, Outcome } from './answers.ts';

interface OutcomeListProps {
  readonly outcomes: readonly Outcome[];
  readonly documents: readonly Document[];
}

/** What became of each document, and the way to it. */
export const OutcomeList = ({ outcomes, documents }: OutcomeListProps) => {
  const { sayIn } = useWords();
  const titleOf = ({ collection, id, locale }: Outcome): string =>
    documents.find((one) => one.collection === collection && one.id === id && one.locale === locale)?.title ?? id;
  return (
    <div className="bt-back__document" role="status">
      <h2>{sayIn('exchange:bring.done')}</h2>
      <ul>
        {outcomes.map((outcome) => {
          const { collection, id, locale, taken, refusal } = outcome;
          const title = titleOf(outcome);
          return (
            <li key={`${collection} ${id} ${locale}`}>
              <b>{title}</b> · {ownNames[locale]}
              <br />
              {refusal ? <span role="alert">{refusal.detail}</span> : sayIn('exchange:bring.taken', { taken })}
              <br />
              <a href={`/admin/translate/${collection}/${id}/${locale}`}>
                {sayIn('exchange:bring.toBench', { title, language: ownNames[locale] })}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
