import type { I18n } from '@payloadcms/translations';
import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';

interface Props {
  i18n: I18n<object, string>;
  user?: PayloadRequest['user'];
}

/** In the menu: the way to what the gate keeps in for words of secrecy, for whoever decides about it. */
export const SecrecyLink = ({ i18n, user }: Props) =>
  'refuse' in decide(viewerOf(user ?? null), 'raise', { kind: 'marking' }) ? null : (
    <a className="nav__link bt-nav-archive" href="/admin/secrecy" id="nav-secrecy">
      <span className="nav__link-label">{i18n.t('studio:secrecy.title')}</span>
    </a>
  );
