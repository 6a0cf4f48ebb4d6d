import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { LookAlikes } from './look-alikes.tsx';

/** The page of pictures that look the same. What it shows is asked for by the page itself, as the person who looks at it. */
export const LookAlikesView = (view: AdminViewServerProps) => {
  // The page of a picture leads to one pair
  const pair = view.searchParams?.pair;
  return (
    <StudioPage path="/admin/look-alikes" view={view}>
      <LookAlikes pair={typeof pair === 'string' ? pair : null} />
    </StudioPage>
  );
};
