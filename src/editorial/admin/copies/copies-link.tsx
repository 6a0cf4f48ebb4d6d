import type { I18n } from '@payloadcms/translations';
import type { SanitizedPermissions } from 'payload';

interface Props {
  i18n: I18n<object, string>;
  permissions?: SanitizedPermissions;
}

/** In the menu: the way to the copy register, for whoever keeps it. Others come to it from a document. */
export const CopiesLink = ({ i18n, permissions }: Props) =>
  permissions?.collections?.audit?.read === true ? (
    <a className="nav__link bt-nav-archive" href="/admin/copies" id="nav-copies">
      <span className="nav__link-label">{i18n.t('studio:copies.title')}</span>
    </a>
  ) : null;
