import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { InboxScreen } from './inbox-screen.tsx';

/** The page of all that waits for one person. What it shows is asked for by the page itself, as that person. */
export const InboxView = (view: AdminViewServerProps) => (
  <StudioPage path="/admin/inbox" view={view}>
    <InboxScreen />
  </StudioPage>
);
