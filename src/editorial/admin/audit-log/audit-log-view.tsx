import { notFound } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';
import { viewerOf } from '#collections/viewer-of.ts';
import { mayAudit } from '../../audit/log-page/auditor-of.ts';
import { StudioPage } from '../shell/studio-page.tsx';
import { AuditLogScreen } from './audit-log-screen.tsx';

/** The page of whoever audits. For everybody else who has signed in there is no such page. */
export const AuditLogView = (view: AdminViewServerProps) => {
  const { user } = view.initPageResult.req;
  if (user && !mayAudit(viewerOf(user))) notFound();
  return (
    <StudioPage path="/admin/audit-log" view={view}>
      <AuditLogScreen />
    </StudioPage>
  );
};
