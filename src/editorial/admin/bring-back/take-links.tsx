'use client';
import { useWords } from '../words/use-words.ts';

interface TakeLinksProps {
  readonly collection: string;
  readonly id: string;
  readonly locale: string;
}

/** At the workbench: the way out of the house with one language of a document, and the way back. */
export const TakeLinks = ({ collection, id, locale }: TakeLinksProps) => {
  const { sayIn } = useWords();
  return (
    <>
      <a
        className="bt-button bt-button--plain"
        download
        href={`/api/translation/${collection}/${id}/${locale}/pack`}
        id="take-along"
      >
        {sayIn('exchange:take.link')}
      </a>
      <a className="bt-button bt-button--plain" href="/admin/translate/import" id="bring-back">
        {sayIn('exchange:bring.link')}
      </a>
    </>
  );
};
