import type { I18n } from '@payloadcms/translations';

/** The door to the table of translations in the menu. */
export const CoverageLink = ({ i18n }: { i18n: I18n<object, string> }) => (
  <a className="nav__link bt-nav-archive" href="/admin/translations" id="nav-coverage">
    <span className="nav__link-label">{i18n.t('coverage:title')}</span>
  </a>
);
