import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import type { Action } from '#access/rules.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { markingFor, type Translatable } from './document.ts';
import { translatedKinds } from './translated-collections.ts';

/** What a person may do with a language of a document. A screen shows no button for what is not among it. */
export interface May {
  readonly translate: boolean;
  readonly review: boolean;
  readonly publish: boolean;
}

type Marked = Awaited<ReturnType<typeof markingFor>>;

const isAllowed = (
  viewer: Viewer,
  action: Action,
  { collection }: Translatable,
  marked: Marked,
  locale: StudioLocale,
) => 'allow' in decide(viewer, action, { kind: translatedKinds[collection], ...marked, locale });

/** @param marked the marking of the document, as `markingFor` reads it */
export const mayOf = (viewer: Viewer, document: Translatable, marked: Marked, locale: StudioLocale): May => ({
  translate: locale !== document.source && isAllowed(viewer, 'translate', document, marked, locale),
  review: locale !== document.source && isAllowed(viewer, 'review-translation', document, marked, locale),
  publish: isAllowed(viewer, 'publish', document, marked, locale),
});

/**
 * Whoever acts upon a language may do so at this moment: a language that was taken away from them is refused from then on.
 * @throws Failure `not-found` for what they may not know of, `forbidden`, `translate-language`
 */
export const checkMay = async (
  req: PayloadRequest,
  viewer: Viewer,
  action: 'translate' | 'review-translation',
  document: Translatable,
  locale: StudioLocale,
): Promise<void> => {
  const kind = translatedKinds[document.collection];
  const marked = await markingFor(req, document);
  const anywhere = decide(viewer, action, { kind, ...marked });
  if ('refuse' in anywhere) throw new Failure(anywhere.refuse);
  if (!('allow' in decide(viewer, action, { kind, ...marked, locale })))
    throw new Failure('translate-language', { language: ownNames[locale] });
  if (locale === document.source) throw new Failure('translate-source', { language: ownNames[locale] });
};
