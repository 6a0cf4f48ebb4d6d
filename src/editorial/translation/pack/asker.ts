import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames } from '#languages/locales.ts';
import type { SeesSeal } from '#translation/memory/parts.ts';
import { checkUncounted, isCountedSeal } from '../../copies/counted.ts';
import { type Held, hold, open, type Place } from '../acts/opened.ts';
import { markingFor, readTranslatable } from '../document.ts';
import { checkMay, mayOf } from '../may.ts';
import { broughtSeal, sealOfUnit, sightOfMemory } from '../memory/seals.ts';

/**
 * For whom packs are made and taken in: a person, who sees and may do what they see and may do everywhere; or the house itself, which is
 * whoever runs the machine and says up to which marking.
 */
export interface Asker {
  /** Null for the house. */
  readonly viewer: Viewer | null;
  readonly sees: SeesSeal;
}

/** A seal of the memory of which nothing is counted: the rest of it, after the collection, is a marking or nothing. */
const isUncounted = (seal: string): boolean =>
  seal === broughtSeal || !isCountedSeal(seal.slice(seal.indexOf(' ') + 1));

/** A person takes along, and is helped by, what may leave the studio without a number. */
export const asPerson = (viewer: Viewer): Asker => {
  const sight = sightOfMemory(viewer);
  return { viewer, sees: (seal) => isUncounted(seal) && sight(seal) };
};

export const asHouse = (sees: SeesSeal): Asker => ({ viewer: null, sees });

/**
 * One language of a document, for whoever asks.
 * @throws Failure `not-found` for what is missing, or hidden from them
 */
export const openFor = async (req: PayloadRequest, { viewer, sees }: Asker, place: Place): Promise<Held> => {
  if (viewer) return open(req, viewer, place);
  const document = await readTranslatable(req, place);
  if (!document) throw new Failure('not-found');
  const seal = sealOfUnit(place.collection, (await markingFor(req, document)).marking ?? null);
  if (seal === null || !sees(seal)) throw new Failure('not-found');
  return hold(req, document, place);
};

/**
 * Whoever takes a language along works on it in one way or another, and what is marked above `internal` stays here.
 * @throws Failure `translate-source`, `translate-language`, `copy-needs-permission`
 */
export const checkMayTake = async (asker: Asker, { req, document, place }: Held): Promise<void> => {
  const language = ownNames[place.locale];
  if (place.locale === document.source) throw new Failure('translate-source', { language });
  if (!asker.viewer) return;
  const marked = await markingFor(req, document);
  const { translate, review, publish } = mayOf(asker.viewer, document, marked, place.locale);
  if (!(translate || review || publish)) throw new Failure('translate-language', { language });
  checkUncounted(marked.marking);
};

/** Whoever brings a language back may write in it at this moment. @throws Failure of every kind that `checkMay` names */
export const checkMayBring = async (asker: Asker, { req, document, place }: Held): Promise<void> => {
  if (asker.viewer) return checkMay(req, asker.viewer, 'translate', document, place.locale);
  if (place.locale === document.source) throw new Failure('translate-source', { language: ownNames[place.locale] });
};
