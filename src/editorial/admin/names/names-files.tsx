'use client';
import { useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { ImportDialog } from './import-dialog.tsx';

const keepsNames = (user: unknown): boolean => {
  const roles = user !== null && typeof user === 'object' && 'roles' in user ? user.roles : [];
  return Array.isArray(roles) && roles.includes('terminologist');
};

/** Above the list of official names: files to take along, and for whoever keeps names, files to bring. */
export const NamesFiles = () => {
  const { say } = useWords();
  const { user } = useAuth();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="bt-selection">
      {keepsNames(user) ? (
        <ActionButton id="names-import" onClick={() => setOpen(true)}>
          {say('names.import')}
        </ActionButton>
      ) : null}
      {(['tbx', 'csv'] as const).map((format) => (
        <a className="bt-button bt-button--plain" href={`/api/concepts/export/${format}`} key={format}>
          {say(`names.export.${format}`)}
        </a>
      ))}
      {isOpen ? <ImportDialog onClose={() => setOpen(false)} /> : null}
    </div>
  );
};
