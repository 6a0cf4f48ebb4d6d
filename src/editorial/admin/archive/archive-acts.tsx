'use client';
import { toast, useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { EditDialog } from './edit-dialog.tsx';
import { type PlanKind, planKinds } from './edit-plan.ts';
import type { Selection } from './selection.ts';

/** What a person may change of many pictures; the studio itself knows and asks again for each of them. */
const useKinds = (): readonly PlanKind[] => {
  const { user } = useAuth();
  const roles = user && 'roles' in user && Array.isArray(user.roles) ? user.roles.map(String) : [];
  return planKinds.filter((kind) => roles.includes(kind === 'marking' ? 'security-officer' : 'curator'));
};

interface Props {
  selection: Selection;
  question: string;
  onBegun: () => void;
}

/** What can be done with a selection. */
export const ArchiveActs = ({ selection, question, onBegun }: Props) => {
  const { say } = useWords();
  const kinds = useKinds();
  const [open, setOpen] = useState(false);
  if (kinds.length === 0) return null;
  const begun = (): void => {
    setOpen(false);
    toast.success(say('archive.edit.begun'));
    onBegun();
  };
  return (
    <>
      <ActionButton id="archive-edit" onClick={() => setOpen(true)}>
        {say('archive.edit')}
      </ActionButton>
      {open ? (
        <EditDialog
          kinds={kinds}
          onBegun={begun}
          onClose={() => setOpen(false)}
          question={question}
          selection={selection}
        />
      ) : null}
    </>
  );
};
