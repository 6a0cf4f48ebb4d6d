import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { type AuditedAction, auditedCollections } from '#collections/audit.ts';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { type DocumentName, readVisible, type Translatable } from '../document.ts';
import type { Actor } from '../ledger/acts.ts';
import type { LedgerRow } from '../ledger/row.ts';
import { changeRow, emptyRow, readRow } from '../ledger/store.ts';
import type { Unit } from '../ledger/unit.ts';
import { inOrder, withUnits } from '../ledger/with-units.ts';
import { findLine } from '../lines/line.ts';
import { type Sheet, type StatedLine, sheetOf, toldBy, type Words, wordsOf } from '../lines/sheet.ts';
import { checkMay } from '../may.ts';
import { inTurn } from './in-turn.ts';

/** One language of one document. */
export interface Place extends DocumentName {
  readonly locale: StudioLocale;
}

/** One language of a document as it is read for whatever is done with it. */
export interface Held {
  readonly req: PayloadRequest;
  readonly place: Place;
  readonly document: Translatable;
  readonly row: LedgerRow;
  readonly words: Words;
  readonly sheet: Sheet;
}

/** The same as it lies open before somebody. */
export interface Opened extends Held {
  readonly viewer: Viewer;
}

/** Reads what is remembered of a language of a document that was read, and what it says. */
export const hold = async (req: PayloadRequest, document: Translatable, place: Place): Promise<Held> => {
  const row = (await readRow(req, place, place.locale)) ?? emptyRow(place, place.locale, document.marking);
  const words = wordsOf(req, document, place.locale);
  return { req, place, document, row, words, sheet: sheetOf(words, row) };
};

/**
 * Opens one language of a document for somebody who may read it.
 * @throws Failure `not-found`
 */
export const open = async (req: PayloadRequest, viewer: Viewer, place: Place): Promise<Opened> => {
  return { ...(await hold(req, await readVisible(req, viewer, place), place)), viewer };
};

/**
 * Opens it for somebody who wants to act upon it, does so as one, and leaves a line of it.
 * @throws Failure of every kind that `checkMay` names
 */
export const acting = <T>(
  req: PayloadRequest,
  viewer: Viewer,
  action: 'translate' | 'review-translation',
  place: Place,
  work: (opened: Opened) => Promise<T>,
): Promise<T> =>
  inTurn(req, async () => {
    const opened = await open(req, viewer, place);
    await checkMay(req, viewer, action, opened.document, place.locale);
    await note(req, action, place);
    return work(opened);
  });

const note = (req: PayloadRequest, action: AuditedAction, { collection, id }: Place): Promise<void> =>
  writeAudit(req, {
    action,
    collection: auditedCollections.find((name) => name === collection) ?? null,
    documentId: id,
  });

/** @throws Failure `segment-gone` */
export const lineNamed = ({ sheet }: Opened, name: string): StatedLine => {
  const line = findLine(sheet.lines, name);
  if (!line) throw new Failure('segment-gone');
  return line;
};

/** The person who acts, now. */
export const actorOf = ({ viewer, document }: Opened): Actor & { readonly by: string } => ({
  by: viewer.id,
  at: new Date().toISOString(),
  revision: document.revision,
});

/**
 * Remembers what became of some lines.
 * @param words what document and public say by now
 * @returns how it lies there afterwards
 */
export const remember = async <O extends Held>(opened: O, changed: readonly Unit[], words: Words): Promise<O> => {
  let sheet = opened.sheet;
  const row = await changeRow(opened.req, opened.row, (seen) => {
    const next = { ...seen, units: withUnits(seen.units, changed) };
    sheet = sheetOf(words, next);
    return { row: { ...next, units: inOrder(next.units, sheet.lines) }, told: toldBy(sheet, next) };
  });
  return { ...opened, row, words, sheet };
};
