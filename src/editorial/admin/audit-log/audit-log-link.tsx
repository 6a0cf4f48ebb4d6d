import type { I18n } from '@payloadcms/translations';
import type { SanitizedPermissions } from 'payload';

interface Props {
  i18n: I18n<object, string>;
  permissions?: SanitizedPermissions;
}

/** In the menu: the way to the audit log as a whole, for whoever reads it. */
export const AuditLogLink = ({ i18n, permissions }: Props) =>
  permissions?.collections?.audit?.read === true ? (
    <a className="nav__link bt-nav-archive" href="/admin/audit-log" id="nav-audit-log">
      <span className="nav__link-label">{i18n.t('studio:auditLog.title')}</span>
    </a>
  ) : null;
