import type { PayloadRequest, TypedUser } from 'payload';
import type { Level } from '#access/level.ts';
import { readSeal, sealOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { titledDocuments } from '../desk/marked-titles.ts';
import { markingsOf, type StoredMarking } from '../workflow/marking-store.ts';
import { type MarkedCollection, markedCollections } from '../workflow/references.ts';
import { type Copy, findCopies } from './copies.ts';
import { keepsCopies, knowsOf } from './copy-for.ts';

/** What somebody can do about a copy. */
export interface CopyMay {
  readonly move: boolean;
  readonly giveBack: boolean;
  readonly destroy: boolean;
  readonly confirm: boolean;
  readonly keep: boolean;
}

type Told = 'number' | 'nth' | 'total' | 'locale' | 'form' | 'term' | 'recipient' | 'purpose' | 'place' | 'state';

/** A line of the register as somebody reads it. */
export interface RegisterLine extends Pick<Copy, Told> {
  readonly collection: MarkedCollection;
  readonly id: string;
  /** Empty where the person may not read the document. */
  readonly title: string;
  /** As it is written on the copy. */
  readonly level: Level;
  readonly compartments: readonly string[];
  /** As the document is marked now, where that is something else; null where it is the same, or there is no document any more. */
  readonly now: Level | null;
  readonly changed: boolean;
  readonly made: { readonly name: string | null; readonly at: string };
  readonly holder: string | null;
  readonly holderName: string | null;
  readonly returned: { readonly name: string | null; readonly at: string } | null;
  readonly destroyed: { readonly name: string | null; readonly at: string; readonly how: string | null } | null;
  readonly confirmed: { readonly name: string | null; readonly at: string } | null;
  readonly may: CopyMay;
}

const mayOf = (viewer: Viewer, { state, holder, destroyedBy }: Copy): CopyMay => {
  const keeper = keepsCopies(viewer);
  const isThere = state === 'out' || state === 'returned';
  const holds = keeper || holder === viewer.id;
  return {
    ...{ move: holds && isThere, giveBack: keeper && state === 'out', destroy: holds && isThere },
    ...{ confirm: keeper && state === 'destroying' && destroyedBy !== viewer.id },
    keep: keeper && state === 'destroying',
  };
};

const once = (name: string | null, at: string | null) => (at === null ? null : { name, at });

const lineOf = (viewer: Viewer, copy: Copy, now: StoredMarking | undefined, title: string): RegisterLine => {
  const { number, nth, total, locale, form, term, recipient, purpose, place, state, seal } = copy;
  const written = readSeal(seal) ?? { level: 'unreviewed' as const, compartments: [] };
  const changed = now !== undefined && sealOf(now) !== seal;
  const gone = once(copy.destroyedName, copy.destroyedAt);
  return {
    ...{ number, nth, total, locale, form, term, recipient, purpose, place, state, title, changed },
    ...{ collection: copy.subjectType, id: copy.subjectId, level: written.level, compartments: written.compartments },
    now: changed ? now.level : null,
    made: { name: copy.madeName, at: copy.madeAt },
    ...{ holder: copy.holder, holderName: copy.holderName },
    returned: once(copy.returnedName, copy.returnedAt),
    destroyed: gone && { ...gone, how: copy.destroyedHow },
    confirmed: once(copy.confirmedName, copy.confirmedAt),
    may: mayOf(viewer, copy),
  };
};

/** How the documents of copies are marked now, by collection and id. */
const markingsNow = async (req: PayloadRequest, copies: readonly Copy[]): Promise<Map<string, StoredMarking>> => {
  const found = new Map<string, StoredMarking>();
  for (const collection of markedCollections) {
    const ids = copies.filter(({ subjectType }) => subjectType === collection).map(({ subjectId }) => subjectId);
    for (const [id, marking] of await markingsOf(req, collection, [...new Set(ids)]))
      found.set(`${collection} ${id}`, marking);
  }
  return found;
};

/** Copies with how their documents are marked now, as far as somebody may know of them. */
export const knownCopies = async (
  req: PayloadRequest,
  viewer: Viewer,
  where: Parameters<typeof findCopies>[1] = {},
): Promise<[Copy, StoredMarking | undefined][]> => {
  const all = await findCopies(req, where);
  const now = await markingsNow(req, all);
  return all
    .map((copy): [Copy, StoredMarking | undefined] => [copy, now.get(`${copy.subjectType} ${copy.subjectId}`)])
    .filter(([copy, marking]) => knowsOf(viewer, copy, marking));
};

/** The copy register as far as somebody may know of it, the newest first. Titles are read as the person. */
export const readRegister = async (
  req: PayloadRequest,
  viewer: Viewer,
  where: Parameters<typeof findCopies>[1] = {},
): Promise<RegisterLine[]> => {
  const known = await knownCopies(req, viewer, where);
  const asker = { payload: req.payload, user: req.user as TypedUser, shown: 0 };
  const titled = await titledDocuments(
    asker,
    known.map(([copy]) => copy),
  );
  const titles = new Map(titled.map(({ collection, id, title }) => [`${collection} ${id}`, title]));
  return known.map(([copy, now]) =>
    lineOf(viewer, copy, now, titles.get(`${copy.subjectType} ${copy.subjectId}`) ?? ''),
  );
};
