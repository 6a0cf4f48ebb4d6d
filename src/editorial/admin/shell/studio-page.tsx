import { DefaultTemplate } from '@payloadcms/next/templates';
import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';

interface StudioPageProps {
  readonly view: AdminViewServerProps;
  /** Path of the page, to which whoever has to sign in first comes back. */
  readonly path: string;
  readonly children: ReactNode;
}

/** A page of ours within the studio, with its menu and head, for whoever has signed in. */
export const StudioPage = ({ view: { initPageResult, params, searchParams }, path, children }: StudioPageProps) => {
  const { req, permissions, visibleEntities, locale } = initPageResult;
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(path)}`);
  return (
    <DefaultTemplate
      i18n={req.i18n}
      payload={req.payload}
      permissions={permissions}
      visibleEntities={visibleEntities}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
      user={req.user}
    >
      {children}
    </DefaultTemplate>
  );
};
