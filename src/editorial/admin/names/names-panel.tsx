'use client';
import { useDocumentInfo, useLocale } from '@payloadcms/ui';
import { isStudioLocale } from '#languages/locales.ts';
import { HeardPanel } from '../picture/heard-panel.tsx';
import { useAnswer } from '../picture/use-answer.ts';
import { useWords } from '../words/use-words.ts';
import { findingsAnswer } from './answers.ts';
import { FindingsList } from './findings-list.tsx';

interface Props {
  collection: string;
  id: string;
  locale: string;
}

/** Wrong names in what is saved, where there are any. Says nothing while it looks, and nothing where all are right. */
export const NamesNotice = ({ collection, id, locale }: Props) => {
  const { say } = useWords();
  const heard = useAnswer(`/api/${collection}/${id}/names?locale=${locale}`, findingsAnswer);
  if (heard.state === 'waiting' || (heard.state === 'read' && heard.answer.findings.length === 0)) return null;
  return (
    <section aria-label={say('names.title')} className="bt-panel bt-names-panel">
      <h3>{say('names.title')}</h3>
      <HeardPanel heard={heard}>
        {({ findings }) => <FindingsList collection={collection} findings={findings} />}
      </HeardPanel>
    </section>
  );
};

/** The same in the form of a document, for the language that is open. */
export const NamesPanel = () => {
  const { id, collectionSlug } = useDocumentInfo();
  const { code } = useLocale();
  if (id === undefined || id === null || !collectionSlug || !isStudioLocale(code)) return null;
  return <NamesNotice collection={collectionSlug} id={String(id)} locale={code} />;
};
