import type { I18n } from '@payloadcms/translations';
import type { SanitizedPermissions } from 'payload';

interface Props {
  i18n: I18n<object, string>;
  permissions?: SanitizedPermissions;
}

/** In the menu: the way to what a security officer asks, for whoever reads the audit log. */
export const AnswersLink = ({ i18n, permissions }: Props) =>
  permissions?.collections?.audit?.read === true ? (
    <a className="nav__link bt-nav-archive" href="/admin/answers" id="nav-answers">
      <span className="nav__link-label">{i18n.t('studio:answers.title')}</span>
    </a>
  ) : null;
