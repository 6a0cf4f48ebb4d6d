import { DefaultTemplate } from '@payloadcms/next/templates';
import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';
import { LookAlikes } from './look-alikes.tsx';

/** The page of pictures that look the same. What it shows is asked for by the page itself, as the person who looks at it. */
export const LookAlikesView = ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, permissions, visibleEntities, locale } = initPageResult;
  if (!req.user) redirect('/admin/login?redirect=%2Fadmin%2Flook-alikes');
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
      {/* The page of a picture leads to one pair */}
      <LookAlikes pair={typeof searchParams?.pair === 'string' ? searchParams.pair : null} />
    </DefaultTemplate>
  );
};
