'use client';
import { toast, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { useState } from 'react';
import { useLevel } from '../marking/use-level.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** Whether the album is released, and the button with which a second person releases it. */
export const AlbumRelease = () => {
  const { say, language } = useWords();
  const { id, data } = useDocumentInfo();
  const modified = useFormModified();
  const { level, reload } = useLevel(id ? data?.marking : null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null);
  if (!id) return null;
  if (level === 'public')
    return (
      <div className="bt-release bt-release--album">
        <p className="bt-chip bt-chip--published">{say('album.released')}</p>
      </div>
    );
  if (level !== 'internal' && level !== 'unreviewed') return null;
  const run = async () => {
    setBusy(true);
    setRefusal(null);
    const answer = await studioFetch(`/api/albums/${id}/release`, language, { method: 'POST' });
    setBusy(false);
    if (!answer.ok) {
      setRefusal(answer);
      return;
    }
    toast.success(say('album.releasedNow'));
    await reload();
  };
  return (
    <div className="bt-release bt-release--album">
      <p>{say('album.notReleased')}</p>
      <ActionButton
        busy={busy}
        disabled={modified}
        id="action-release"
        kind="primary"
        onClick={() => void run()}
        title={modified ? say('image.saveFirst') : undefined}
      >
        {say('album.release')}
      </ActionButton>
      {refusal ? <RefusalList collection="albums" refusal={refusal} /> : null}
    </div>
  );
};
