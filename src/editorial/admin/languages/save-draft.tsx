'use client';
import { useAuth, useEditDepth, useHotkey, useLocale } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { isStudioLocale } from '#languages/locales.ts';
import { useSave } from '../conflict/use-save.tsx';
import { useWords } from '../words/use-words.ts';
import { announceForm } from './open-forms.ts';
import { mayWrite } from './rights.ts';

/** Tells the parts of the page outside the form what is typed, and how to store it. */
const useAnnouncement = (modified: boolean, save: () => Promise<number | null>): void => {
  const latest = useRef({ modified, save });
  useEffect(() => {
    latest.current = { modified, save };
  });
  useEffect(
    () =>
      announceForm({
        modified: () => latest.current.modified,
        save: async () => (await latest.current.save()) !== null,
      }),
    [],
  );
};

const Saving = ({ id, kind, words }: { id: string; kind: 'plain' | 'primary'; words: string }) => {
  const { save, modified, dialog } = useSave();
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useAnnouncement(modified, save);
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
        className={`bt-button bt-button--${kind}`}
        disabled={!modified || busy}
        id={id}
        onClick={() => void run()}
        ref={button}
        type="button"
      >
        {words}
      </button>
      {dialog}
    </>
  );
};

/** Saves a draft of the open language; nothing that the public sees changes. */
export const SaveDraft = () => {
  const { say } = useWords();
  const { user } = useAuth();
  const { code } = useLocale();
  if (!isStudioLocale(code) || !mayWrite(user, code)) return null;
  return <Saving id="action-save-draft" kind="plain" words={say('action.saveDraft')} />;
};

/** Saves what has no drafts: places, topics, agencies and the words of a picture. */
export const SaveNow = () => {
  const { say } = useWords();
  return <Saving id="action-save" kind="primary" words={say('action.save')} />;
};
