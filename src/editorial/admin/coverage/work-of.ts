import type { StudioLocale } from '#languages/locales.ts';
import type { Row } from './answers.ts';

/** Where the work on a language is done: a translation at the workbench, the original in its form. */
export const workOf = ({ collection, id, source }: Row, locale: StudioLocale): string =>
  locale === source
    ? `/admin/collections/${collection}/${id}?locale=${locale}`
    : `/admin/translate/${collection}/${id}/${locale}`;
