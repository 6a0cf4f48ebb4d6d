import { DefaultTemplate } from '@payloadcms/next/templates';
import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';
import { WorkbenchScreen } from './workbench.tsx';

/** The page of the workbench, `/admin/translate/<collection>/<id>/<locale>`. What it shows is asked for by the page itself. */
export const WorkbenchView = ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, permissions, visibleEntities, locale } = initPageResult;
  const [, collection = '', id = '', target = ''] = Array.isArray(params?.segments) ? params.segments : [];
  if (!req.user)
    redirect(`/admin/login?redirect=${encodeURIComponent(`/admin/translate/${collection}/${id}/${target}`)}`);
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
      <WorkbenchScreen collection={collection} id={id} locale={target} />
    </DefaultTemplate>
  );
};
