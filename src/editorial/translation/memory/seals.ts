import { decide } from '#access/decide.ts';
import { type Marking, sealOf } from '#access/level.ts';
import { marked } from '#access/rules.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import type { SeesSeal } from '#translation/memory/parts.ts';
import { type Covers, coversOf } from '../../beside/covers.ts';
import { isTranslatedCollection, type TranslatedCollection, translatedKinds } from '../translated-collections.ts';

/** The seal of what was brought from elsewhere. */
export const broughtSeal = 'brought';

/**
 * The seal of a unit tells the kind of its document and how that is marked.
 * @returns null where a document has to be marked and is not: nobody sees it then
 */
export const sealOfUnit = (collection: TranslatedCollection, marking: Marking | null): string | null => {
  if (!marked.has(translatedKinds[collection])) return `${collection} `;
  return marking && `${collection} ${sealOf(marking)}`;
};

const nobody: Covers = () => false;

/** Which units a person may know of: those whose documents they may read. */
export const sightOfMemory = (viewer: Viewer): SeesSeal => {
  const known = new Map<TranslatedCollection, Covers>();
  const coversIn = (collection: TranslatedCollection): Covers => {
    const found = known.get(collection) ?? coversOf(viewer, translatedKinds[collection]);
    const covers = typeof found === 'string' ? nobody : found;
    known.set(collection, covers);
    return covers;
  };
  return (seal) => {
    if (seal === broughtSeal) return true;
    const space = seal.indexOf(' ');
    const collection = seal.slice(0, space);
    return isTranslatedCollection(collection) && coversIn(collection)(seal.slice(space + 1));
  };
};

const works = ['translate', 'review-translation', 'publish'] as const;

/**
 * Memory is asked by those who translate, look over or publish a language.
 * @throws Failure that the decision refuses with; `translate-language` for another language
 */
export const checkMayAsk = (viewer: Viewer, locale: StudioLocale): void => {
  const kinds = Object.values(translatedKinds);
  const may = (where: object) =>
    kinds.some((kind) => works.some((action) => !('refuse' in decide(viewer, action, { kind, ...where }))));
  if (may({ locale })) return;
  throw may({}) ? new Failure('translate-language', { language: ownNames[locale] }) : new Failure('forbidden');
};
