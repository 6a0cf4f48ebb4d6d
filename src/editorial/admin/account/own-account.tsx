'use client';
import { useAuth, useDocumentInfo } from '@payloadcms/ui';
import { OwnActivity } from './own-activity.tsx';
import { OwnFactors } from './own-factors.tsx';
import { OwnSessions } from './own-sessions.tsx';

/** What only the person whose account it is sees below it, be it on their own page or among those of all people. */
export const OwnAccount = () => {
  const { user } = useAuth();
  const { id } = useDocumentInfo();
  if (!user || String(user.id) !== String(id)) return null;
  return (
    <>
      <OwnFactors />
      <OwnSessions />
      <OwnActivity />
    </>
  );
};
