import { DefaultTemplate } from '@payloadcms/next/templates';
import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';
import { CoverageScreen } from './coverage-screen.tsx';

/** Whether this studio has a workbench for translations: a page below `/admin/translate`. */
const hasWorkbench = ({ payload }: AdminViewServerProps['initPageResult']['req']): boolean =>
  Object.values(payload.config.admin.components?.views ?? {}).some(
    (view) => typeof view === 'object' && 'path' in view && String(view.path).startsWith('/translate/'),
  );

/** The page of the table of translations. What it shows is asked for by the page itself, as the person who looks at it. */
export const CoverageView = ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, permissions, visibleEntities, locale } = initPageResult;
  if (!req.user) redirect('/admin/login?redirect=%2Fadmin%2Ftranslations');
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
      <CoverageScreen hasWorkbench={hasWorkbench(req)} />
    </DefaultTemplate>
  );
};
