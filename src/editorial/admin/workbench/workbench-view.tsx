import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { WorkbenchScreen } from './workbench.tsx';

/** The page of the workbench, `/admin/translate/<collection>/<id>/<locale>`. What it shows is asked for by the page itself. */
export const WorkbenchView = (view: AdminViewServerProps) => {
  const [, collection = '', id = '', locale = ''] = Array.isArray(view.params?.segments) ? view.params.segments : [];
  return (
    <StudioPage path={`/admin/translate/${collection}/${id}/${locale}`} view={view}>
      <WorkbenchScreen collection={collection} id={id} locale={locale} />
    </StudioPage>
  );
};
