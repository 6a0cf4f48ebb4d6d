import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { CopiesScreen } from './copies-screen.tsx';

/** The copy register. What it shows is asked for by the page itself, as the person who looks at it. */
export const CopiesView = (view: AdminViewServerProps) => {
  const { collection, document, holder } = view.searchParams ?? {};
  const asked = Object.entries({ collection, document, holder }).filter(([, value]) => typeof value === 'string');
  return (
    <StudioPage path="/admin/copies" view={view}>
      <CopiesScreen about={Object.fromEntries(asked) as Record<string, string>} />
    </StudioPage>
  );
};
