import type { I18n } from '@payloadcms/translations';
import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';

/** The door in the menu to pictures that look the same, for whoever may bring pictures in. */
export const LookAlikesLink = ({ i18n, user }: { i18n: I18n<object, string>; user?: PayloadRequest['user'] }) =>
  'refuse' in decide(viewerOf(user ?? null), 'create', { kind: 'image' }) ? null : (
    <a className="nav__link bt-nav-archive" href="/admin/look-alikes" id="nav-look-alikes">
      <span className="nav__link-label">{i18n.t('studio:pairs.link')}</span>
    </a>
  );
