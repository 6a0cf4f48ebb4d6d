import type { AdminViewServerProps } from 'payload';
import { isTaken } from '../../endpoints/taken-tables.ts';
import { StudioPage } from '../shell/studio-page.tsx';
import { ProveScreen } from './prove-screen.tsx';

/** The address that is followed afterwards: one of ours that gives such a file, and no other. */
const targetOf = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const url = URL.parse(value, 'http://studio.internal');
  return url?.host === 'studio.internal' && isTaken(url.pathname) ? `${url.pathname}${url.search}` : null;
};

/** The page to which somebody is led who comes to a file by its address and has to prove first who they are. */
export const ProveView = (view: AdminViewServerProps) => (
  <StudioPage path="/admin" view={view}>
    <ProveScreen to={targetOf(view.searchParams?.to)} />
  </StudioPage>
);
