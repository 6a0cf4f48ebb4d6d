'use client';
import { toast, useSelection } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { useRelease } from './use-release.ts';

/** Above the list of images: releases every one that is ticked, or none and says why. */
export const ReleaseSelection = () => {
  const { say } = useWords();
  const router = useRouter();
  const { selectedIDs, toggleAll } = useSelection();
  const { release, busy, refusal } = useRelease();
  if (selectedIDs.length === 0 && !refusal) return null;
  const run = async () => {
    if (!(await release(selectedIDs.map(String)))) return;
    toast.success(say('image.releasedMany', { count: selectedIDs.length }));
    toggleAll(false);
    router.refresh();
  };
  return (
    <div className="bt-selection">
      {selectedIDs.length > 0 ? (
        <ActionButton busy={busy} id="release-selection" kind="primary" onClick={() => void run()}>
          {say('image.releaseSelection', { count: selectedIDs.length })}
        </ActionButton>
      ) : null}
      {refusal ? <RefusalList collection="images" refusal={refusal} /> : null}
    </div>
  );
};
