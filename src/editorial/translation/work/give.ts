import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { auditedCollections } from '#collections/audit.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import type { Place } from '../acts/opened.ts';
import { type DocumentName, readVisible } from '../document.ts';
import { translatedKinds } from '../translated-collections.ts';
import type { Assignment } from './assignment.ts';
import { readWork, writeWork } from './assignment-store.ts';
import { type Colleague, type Duty, holdsLanguage, mayDo } from './colleagues.ts';
import { withPast } from './past.ts';
import { type MarkedName, markNames } from './visible-names.ts';

/** Who is given work, until when, and what they should know. */
export interface Gift {
  readonly translator: string | null;
  readonly reviewer: string | null;
  /** Day in the city. */
  readonly due: string | null;
  readonly note: string;
}

/** Who gives, and whom they can turn to. */
export interface Giving {
  readonly req: PayloadRequest;
  readonly viewer: Viewer;
  readonly colleagues: ReadonlyMap<string, Colleague>;
}

const checkGift = ({ translator, reviewer }: Pick<Gift, 'translator' | 'reviewer'>): void => {
  if (translator === null && reviewer === null) throw new Failure('work-nobody');
  if (translator === reviewer) throw new Failure('work-same-person');
};

/** Somebody who is not there, is shut out, or may not know of the document: which of them, is nobody’s business. */
const checkPerson = (
  { colleagues }: Pick<Giving, 'colleagues'>,
  id: string | null,
  duty: Duty,
  name: MarkedName,
  locale: StudioLocale,
): void => {
  if (id === null) return;
  const colleague = colleagues.get(id);
  if (!colleague) throw new Failure('work-person');
  if (!holdsLanguage(colleague, duty, name, locale))
    throw new Failure(duty === 'translate' ? 'work-translator' : 'work-reviewer', { language: ownNames[locale] });
  if (!mayDo(colleague, duty, name, locale)) throw new Failure('work-person');
};

/** A document of which somebody may give out a language. @throws Failure `not-found`, `forbidden`, `translate-source` */
export const checkGiver = async (
  { req, viewer }: Pick<Giving, 'req' | 'viewer'>,
  { collection, id, locale }: Place,
): Promise<MarkedName> => {
  const { source } = await readVisible(req, viewer, { collection, id });
  const [name] = await markNames(req.payload, [{ collection, id }]);
  if (!name) throw new Failure('not-found');
  const marking = name.marking ? { marking: name.marking } : {};
  const decision = decide(viewer, 'assign', { kind: translatedKinds[collection], ...marking });
  if (!('allow' in decision)) throw new Failure('refuse' in decision ? decision.refuse : 'forbidden');
  if (locale === source) throw new Failure('translate-source', { language: ownNames[locale] });
  return name;
};

/**
 * Looks whether people could be given a language of a document.
 * @throws Failure `work-nobody`, `work-same-person`, `work-translator`, `work-reviewer`, `work-person`
 */
export const checkPeople = (
  giving: Pick<Giving, 'colleagues'>,
  name: MarkedName,
  locale: StudioLocale,
  gift: Pick<Gift, 'translator' | 'reviewer'>,
): void => {
  checkGift(gift);
  checkPerson(giving, gift.translator, 'translate', name, locale);
  checkPerson(giving, gift.reviewer, 'review-translation', name, locale);
};

/** Leaves a line of who gave or took work, and not of whom. */
export const noteWork = (req: PayloadRequest, { collection, id }: DocumentName): Promise<void> =>
  writeAudit(req, {
    action: 'assign',
    collection: auditedCollections.find((name) => name === collection) ?? null,
    documentId: id,
  });

/**
 * Gives a language of a document to people; whoever had it has it no longer, and is remembered.
 *
 * @param seen revision of what was given out before, as the giver saw it; null: whatever it is
 * @throws Failure `not-found`, `forbidden`, `translate-source`, `work-nobody`, `work-same-person`, `work-translator`,
 *   `work-reviewer`, `work-person`, `work-changed`
 */
export const giveWork = (giving: Giving, place: Place, gift: Gift, seen: number | null): Promise<Assignment> =>
  inTransaction(giving.req, async () => {
    const { req, viewer } = giving;
    checkPeople(giving, await checkGiver(giving, place), place.locale, gift);
    const before = await readWork(req, place, place.locale);
    if (seen !== null && seen !== before.revision) throw new Failure('work-changed');
    await noteWork(req, place);
    const now = new Date().toISOString();
    const past = before.open ? withPast(before, 'given-anew', viewer.id, now) : before.past;
    return writeWork(req, { ...before, ...gift, open: true, givenBy: viewer.id, givenAt: now, past });
  });
