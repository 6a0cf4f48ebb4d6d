import type { StudioLocale } from '#languages/locales.ts';
import type { Row } from './answers.ts';

/**
 * Where the work on a language is done: at the workbench, the original and what has no workbench in the ordinary form.
 * @param hasWorkbench whether this studio has one
 */
export const workOf = ({ collection, id, source }: Row, locale: StudioLocale, hasWorkbench: boolean): string =>
  hasWorkbench && locale !== source
    ? `/admin/translate/${collection}/${id}/${locale}`
    : `/admin/collections/${collection}/${id}?locale=${locale}`;
