import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { ArchiveScreen } from './archive-screen.tsx';

/** The archive's page. What it shows is asked for by the page itself, as the person who looks at it. */
export const ArchiveView = (view: AdminViewServerProps) => (
  <StudioPage path="/admin/archive" view={view}>
    <ArchiveScreen />
  </StudioPage>
);
