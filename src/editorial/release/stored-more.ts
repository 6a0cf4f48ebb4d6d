import { z } from 'zod';
import { modelReleases, sourceTypes } from '#collections/fields/described.ts';
import { localText, text } from './stored-kinds.ts';

const listed = z
  .array(z.string().transform((one) => one.toWellFormed()))
  .nullish()
  .transform((items) => items ?? []);

/** A term of a vocabulary; one that is not known says nothing. */
const term = (known: readonly string[]) => text.transform((value) => (value && known.includes(value) ? value : null));

/** What else is said of a picture (`collections/fields/described.ts`), as the database keeps it in all languages. */
export const moreFields = {
  headline: localText,
  extendedDescription: localText,
  event: localText,
  usageTerms: localText,
  copyright: text,
  licensor: text,
  placeCreated: text,
  digitised: text,
  sourceType: term(sourceTypes),
  modelRelease: term(modelReleases),
  placesShown: listed,
  keywords: listed,
};
