import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { BringScreen } from './bring-screen.tsx';

/** The page on which translators bring back what they took along, `/admin/translate/import`. */
export const BringView = (view: AdminViewServerProps) => (
  <StudioPage path="/admin/translate/import" view={view}>
    <BringScreen />
  </StudioPage>
);
