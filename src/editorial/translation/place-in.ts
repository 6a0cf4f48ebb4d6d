import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale } from '#languages/locales.ts';
import { idIn } from '../endpoints/signed-in.ts';
import type { Place } from './acts/opened.ts';
import type { DocumentName } from './document.ts';
import { isTranslatedCollection } from './translated-collections.ts';

/** The document that an address names. @throws Failure `not-found` for a collection without translations */
export const nameIn = (req: PayloadRequest): DocumentName => {
  const collection = req.routeParams?.collection;
  if (!isTranslatedCollection(collection)) throw new Failure('not-found');
  return { collection, id: idIn(req) };
};

/** The language of a document that an address names. @throws Failure `not-found`, `locale-unknown` */
export const placeIn = (req: PayloadRequest): Place => {
  const locale = req.routeParams?.locale;
  if (!isStudioLocale(locale)) throw new Failure('locale-unknown');
  return { ...nameIn(req), locale };
};
