import type { I18n } from '@payloadcms/translations';

/** The door to the list of launches in the menu. */
export const LaunchesLink = ({ i18n }: { i18n: I18n<object, string> }) => (
  <a className="nav__link bt-nav-archive" href="/admin/launches" id="nav-launches">
    <span className="nav__link-label">{i18n.t('launch:launches')}</span>
  </a>
);
