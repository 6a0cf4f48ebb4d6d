import type { I18n } from '@payloadcms/translations';
import type { SanitizedPermissions } from 'payload';

export const bringPath = '/admin/collections/images/bring';

interface Props {
  i18n: I18n<object, string>;
  permissions?: SanitizedPermissions;
}

/** In the menu: the way to the page on which many pictures are brought in, for whoever may. */
export const BringLink = ({ i18n, permissions }: Props) =>
  permissions?.collections?.images?.create === true ? (
    <a className="nav__link bt-bring-link" href={bringPath} id="nav-bring">
      <span className="nav__link-label">{i18n.t('studio:bring.title')}</span>
    </a>
  ) : null;

/** The same above the list of images. */
export const BringButton = ({ i18n, permissions }: Props) =>
  permissions?.collections?.images?.create === true ? (
    <p className="bt-selection">
      <a className="bt-button bt-button--plain" href={bringPath} id="list-bring">
        {i18n.t('studio:bring.title')}
      </a>
    </p>
  ) : null;
