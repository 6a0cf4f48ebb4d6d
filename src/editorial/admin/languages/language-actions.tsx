'use client';
import { toast } from '@payloadcms/ui';
import { useState } from 'react';
import { ownNames } from '#languages/locales.ts';
import { useSave } from '../conflict/use-save.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { useAct } from './use-act.ts';
import { useOpenDocument } from './use-open-document.ts';

/** Stands where Payload has its Publish button: sends the open language to review, or publishes it. */
export const LanguageActions = () => {
  const { say } = useWords();
  const { collection, id, locale, languages, facts, reload, canPublish, canWrite } = useOpenDocument();
  const { save, modified, dialog } = useSave();
  const [publishing, setPublishing] = useState(false);
  const { act, busy } = useAct(collection, id ?? '');
  if (!id || !languages || !facts) return null;
  const name = ownNames[locale];
  const hasNews = modified || facts.state === 'draft' || facts.state === 'changed';
  const saveFirst = async () => (modified && canWrite ? save() : languages.revision);
  const sendToReview = async () => {
    if ((await saveFirst()) === null) return;
    if (await act('review', { locale, action: 'request' })) {
      toast.success(say('review.sent', { language: name }));
      return;
    }
    toast.error(say('review.notSent'));
    await reload();
  };
  const published = (scheduled: boolean) => {
    setPublishing(false);
    toast.success(say(scheduled ? 'publish.doneLater' : 'publish.done', { language: name }));
  };
  return (
    <>
      {canWrite && hasNews ? (
        <ActionButton
          busy={busy}
          id="action-review"
          kind={canPublish ? 'plain' : 'primary'}
          onClick={() => void sendToReview()}
        >
          {say('action.review')}
        </ActionButton>
      ) : null}
      {canPublish && (hasNews || facts.state === 'in-review' || facts.state === 'published') ? (
        <ActionButton id="action-publish" kind="primary" onClick={() => setPublishing(true)}>
          {say(facts.publishedAt ? 'action.publishAgain' : 'action.publish', { language: name })}
        </ActionButton>
      ) : null}
      {publishing ? (
        <PublishDialog
          collection={collection}
          id={id}
          languages={languages}
          locale={locale}
          onClose={() => setPublishing(false)}
          onDone={published}
          save={saveFirst}
        />
      ) : null}
      {dialog}
    </>
  );
};
