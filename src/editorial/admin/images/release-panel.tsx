'use client';
import { toast, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { useLevel } from '../marking/use-level.ts';
import { PictureKeptIn } from '../secrecy/picture-kept-in.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { useRelease } from './use-release.ts';

/** Whether the picture is released, and the button with which a second person releases it. */
export const ReleasePanel = ({ id }: { id: string }) => {
  const { say } = useWords();
  const { data } = useDocumentInfo();
  const modified = useFormModified();
  const { level, reload } = useLevel(data?.marking);
  const { release, busy, refusal } = useRelease();
  if (level === 'public')
    return (
      <>
        <p className="bt-chip bt-chip--published">{say('image.released')}</p>
        <PictureKeptIn id={id} />
      </>
    );
  if (level !== 'internal' && level !== 'unreviewed') return null;
  const run = async () => {
    if (!(await release([id]))) return;
    toast.success(say('image.releasedNow'));
    await reload();
  };
  return (
    <div className="bt-release">
      <p>{say('image.notReleased')}</p>
      <ActionButton
        busy={busy}
        disabled={modified}
        id="action-release"
        kind="primary"
        onClick={() => void run()}
        title={modified ? say('image.saveFirst') : undefined}
      >
        {say('image.release')}
      </ActionButton>
      {refusal ? <RefusalList collection="images" refusal={refusal} /> : null}
    </div>
  );
};
