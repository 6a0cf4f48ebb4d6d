import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { SecrecyScreen } from './secrecy-screen.tsx';

/** The page of what the gate keeps in for words of secrecy. What it shows is asked for by the page itself, as the person. */
export const SecrecyView = (view: AdminViewServerProps) => (
  <StudioPage path="/admin/secrecy" view={view}>
    <SecrecyScreen />
  </StudioPage>
);
