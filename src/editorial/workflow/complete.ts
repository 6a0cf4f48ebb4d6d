import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { lexicalToBlocks } from '../release/lexical-to-blocks.ts';
import type { TextCollection } from './content-changes.ts';

type Doc = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

/** What is missing or wrong in the language being published, and only in it. */
const missingIn = (doc: Doc, collection: TextCollection): string[] => {
  const missing = ['title', 'summary'].filter((name) => isBlank(doc[name]));
  const body = lexicalToBlocks(doc.body, ({ id }) => id);
  if (body.blocks.length === 0 || body.unknown.length > 0) missing.push('body');
  if (collection === 'articles') return missing;
  return [...missing, ...['kind', 'status', 'startsAt', 'endsAt', 'zone'].filter((name) => isBlank(doc[name]))];
};

/** @throws Failure `publish-incomplete` naming all that is missing in a language */
export const checkComplete = (doc: Doc, collection: TextCollection, locale: StudioLocale): void => {
  const missing = missingIn(doc, collection);
  if (missing.length > 0)
    throw new Failure('publish-incomplete', { language: ownNames[locale], fields: missing.join(',') });
};
