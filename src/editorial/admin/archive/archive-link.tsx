import type { I18n } from '@payloadcms/translations';

/** The archive's door in the menu. */
export const ArchiveLink = ({ i18n }: { i18n: I18n<object, string> }) => (
  <a className="nav__link bt-nav-archive" href="/admin/archive" id="nav-archive">
    <span className="nav__link-label">{i18n.t('studio:archive.title')}</span>
  </a>
);
