import type { AdminViewServerProps } from 'payload';
import { StudioPage } from '../shell/studio-page.tsx';
import { AnswersScreen } from './answers-screen.tsx';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The page that answers a security officer. What it shows is asked for by the page itself, as the person who looks at it. */
export const AnswersView = (view: AdminViewServerProps) => {
  const { of, id, person } = view.searchParams ?? {};
  return (
    <StudioPage path="/admin/answers" view={view}>
      <AnswersScreen id={textOf(id)} of={textOf(of)} person={textOf(person)} />
    </StudioPage>
  );
};
