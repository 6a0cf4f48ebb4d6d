'use client';
import { useEditDepth, useHotkey } from '@payloadcms/ui';
import { useRef, useState } from 'react';
import { useSave } from '../conflict/use-save.tsx';
import { useWords } from '../words/use-words.ts';

/** Saves a draft of the open language; nothing that the public sees changes. */
export const SaveDraft = () => {
  const { say } = useWords();
  const { save, modified, dialog } = useSave();
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useHotkey({ cmdCtrlKey: true, editDepth: useEditDepth(), keyCodes: ['s'] }, (event) => {
    event.preventDefault();
    event.stopPropagation();
    button.current?.click();
  });
  const run = async () => {
    setBusy(true);
    await save();
    setBusy(false);
  };
  return (
    <>
      <button
        className="bt-button bt-button--plain"
        disabled={!modified || busy}
        id="action-save-draft"
        onClick={() => void run()}
        ref={button}
        type="button"
      >
        {say('action.saveDraft')}
      </button>
      {dialog}
    </>
  );
};
