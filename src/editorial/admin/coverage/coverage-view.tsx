import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { CoverageScreen } from './coverage-screen.tsx';

/** The page of the table of translations. What it shows is asked for by the page itself, as the person who looks at it. */
export const CoverageView = (view: AdminViewServerProps) => (
  <StudioPage path="/admin/translations" view={view}>
    <CoverageScreen />
  </StudioPage>
);
