import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale, ownNames, type StudioLocale, studioLocales } from '#languages/locales.ts';

/** What somebody wants with a save of a text document. */
export interface Intent {
  readonly verb: 'save' | 'publish' | 'unpublish' | 'unpublish-all';
  readonly locale: StudioLocale;
  /** Revision that the person saw; null where the caller does not say. */
  readonly expected: number | null;
  /** Fields that were sent; the others stay as they stand. */
  readonly sent: ReadonlySet<string>;
}

const yes = z.preprocess((value) => value === true || value === 'true', z.boolean());

const asked = z.looseObject({
  data: z.looseObject({ _status: z.unknown().optional(), revision: z.number().nullish() }),
  draft: yes,
  publishAllLocales: yes,
  unpublishAllLocales: yes,
  publishSpecificLocale: z.string().nullish(),
});

/** Language of a save. One at a time: a text in all languages at once has no author, no reviewer and no publisher. */
export const localeOf = (locale: unknown): StudioLocale => {
  if (!isStudioLocale(locale)) throw new Failure('parameter-invalid', { parameter: 'locale' });
  return locale;
};

/**
 * Reads from the arguments of a stock operation what is wanted. Nothing publishes by accident: a save that does not ask
 * for publication in so many words is a draft.
 *
 * @throws Failure `publish-language` for a publication of all languages at once, `parameter-invalid` for no one language
 */
export const intentOf = (args: unknown, req: PayloadRequest): Intent => {
  const { data, draft, publishAllLocales, unpublishAllLocales, publishSpecificLocale } = asked.parse(args);
  const locale = localeOf(publishSpecificLocale || req.locale);
  const rest = { locale, expected: data.revision ?? null, sent: new Set(Object.keys(data)) };
  if (publishAllLocales) throw new Failure('publish-language', { language: allNames });
  if (unpublishAllLocales) return { verb: 'unpublish-all', ...rest };
  if (data._status === 'published') return { verb: 'publish', ...rest };
  if (data._status === 'draft' && !draft) return { verb: 'unpublish', ...rest };
  return { verb: 'save', ...rest };
};

const allNames = studioLocales.map((locale) => ownNames[locale]).join(', ');

const keyOf = (collection: string) => `intent:${collection}`;

/** Notes the intent of the operation that has begun, for the hooks that run within it. */
export const noteIntent = (req: PayloadRequest, collection: string, intent: Intent): void => {
  req.context[keyOf(collection)] = intent;
};

/** The intent of the operation that is going on. */
export const notedIntent = (req: PayloadRequest, collection: string): Intent => {
  const intent = req.context[keyOf(collection)] as Intent | undefined;
  if (!intent) throw new Error(`a save of ${collection} without an intent`);
  return intent;
};
