import type { AdminViewServerProps } from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { StudioPage } from '../shell/studio-page.tsx';
import { QueueScreen } from './queue-screen.tsx';
import type { ListName } from './use-queue.ts';

/** The page of old pictures that wait for somebody to say what they are. What it shows is asked for by the page itself, as the person. */
export const QueueView = (view: AdminViewServerProps) => {
  const viewer = viewerOf(view.initPageResult.req.user);
  const takes = (part: 'ask-lowering' | 'agree-lowering') => !('refuse' in decide(viewer, part, { kind: 'marking' }));
  const lists: ListName[] = [
    ...(takes('ask-lowering') ? (['pictures'] as const) : []),
    ...(takes('agree-lowering') ? (['proposals'] as const) : []),
  ];
  return (
    <StudioPage path="/admin/review-queue" view={view}>
      <QueueScreen lists={lists} />
    </StudioPage>
  );
};
