import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { LaunchesScreen } from './launches-screen.tsx';

/** The page of launches. What it shows is asked for by the page itself, as the person who looks at it. */
export const LaunchesView = (view: AdminViewServerProps) => (
  <StudioPage path="/admin/launches" view={view}>
    <LaunchesScreen />
  </StudioPage>
);
