'use client';
import { toast } from '@payloadcms/ui';
import { useState } from 'react';
import type { DocumentLanguages } from '../../desk/document-languages.ts';
import type { LanguageFacts } from '../../desk/language-state.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';

interface Props {
  collection: string;
  id: string;
  facts: LanguageFacts;
  languages: DocumentLanguages;
  canPublish: boolean;
}

const PreviewLink = ({ collection, id, facts }: Props) => {
  const { say } = useWords();
  if (facts.state === 'missing') return null;
  const href = `/api/preview/${collection}/${id}?locale=${facts.locale}`;
  return (
    <a className="bt-button bt-button--plain" href={href} id="action-preview" rel="noreferrer" target="_blank">
      {say('action.preview')}
    </a>
  );
};

/** What can be done with the open language besides saving and publishing: look, send back, take back. */
export const PanelActions = (props: Props) => {
  const { collection, id, facts, languages, canPublish } = props;
  const { locale } = facts;
  const { say } = useWords();
  const [open, setOpen] = useState<'return' | 'takeBack' | null>(null);
  const done = (words: string) => {
    setOpen(null);
    toast.success(words);
  };
  const isLive = languages.languages.some((one) => one.publishedAt !== null);
  const dialog = { collection, id, locale, onClose: () => setOpen(null) };
  return (
    <div className="bt-panel__actions">
      <PreviewLink {...props} />
      {canPublish && facts.state === 'in-review' ? (
        <ActionButton id="action-return" onClick={() => setOpen('return')}>
          {say('action.return')}
        </ActionButton>
      ) : null}
      {canPublish && isLive ? (
        <ActionButton id="action-take-back" kind="link" onClick={() => setOpen('takeBack')}>
          {say('action.takeBack')}
        </ActionButton>
      ) : null}
      {open === 'return' ? <ReturnDialog {...dialog} onDone={() => done(say('review.returned'))} /> : null}
      {open === 'takeBack' ? (
        <TakeBackDialog {...dialog} languages={languages} onDone={() => done(say('takeBack.done'))} />
      ) : null}
    </div>
  );
};
