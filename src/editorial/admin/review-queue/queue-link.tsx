import type { I18n } from '@payloadcms/translations';
import type { PayloadRequest } from 'payload';
import { decide, levelsWithin } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';

interface Props {
  i18n: I18n<object, string>;
  user?: PayloadRequest['user'];
}

/** In the menu: the way to old pictures that nobody has judged, for whoever may and is cleared for them. */
export const QueueLink = ({ i18n, user }: Props) => {
  const viewer = viewerOf(user ?? null);
  const isCleared = viewer !== null && levelsWithin(viewer.clearance).includes('unreviewed');
  const takes = (['ask-lowering', 'agree-lowering'] as const).some(
    (part) => !('refuse' in decide(viewer, part, { kind: 'marking' })),
  );
  return isCleared && takes ? (
    <a className="nav__link bt-nav-archive" href="/admin/review-queue" id="nav-review-queue">
      <span className="nav__link-label">{i18n.t('studio:queue.title')}</span>
    </a>
  ) : null;
};
