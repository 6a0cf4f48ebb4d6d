import type { Payload, PayloadRequest } from 'payload';
import { type Marking, rankOf, sealOf } from '#access/level.ts';
import { markingsOf } from '../workflow/marking-store.ts';
import { type MarkedCollection, markedCollections } from '../workflow/references.ts';
import { lineOf, writeLine } from './audit-line.ts';
import { openReadBook, type ReadBook } from './read-book.ts';
import { stationOf } from './station.ts';

/** How somebody is shown a document: opened by itself, or at a glance, among others. */
export type Look = 'open' | 'glance';

/** Documents whose markings are asked for at once: a database takes no list of any length. */
const portion = 500;

/** The lowest rank of which a look leaves a line. Everybody's lists are full of what is internal. */
const lowest: Readonly<Record<Look, number>> = { open: rankOf('internal'), glance: rankOf('restricted') };

const isNoted = (marking: Marking, look: Look): boolean =>
  rankOf(marking.level) >= lowest[look] || (look === 'glance' && marking.compartments.length > 0);

const books = new WeakMap<Payload, ReadBook>();

const bookOf = (payload: Payload): ReadBook => {
  const book = books.get(payload) ?? openReadBook();
  books.set(payload, book);
  return book;
};

/** Those of which a look leaves a line, with their markings. */
const notedAmong = async (
  req: PayloadRequest,
  collection: MarkedCollection,
  ids: readonly string[],
  look: Look,
): Promise<[string, Marking][]> => {
  const noted: [string, Marking][] = [];
  for (let first = 0; first < ids.length; first += portion) {
    const some = await markingsOf(req, collection, ids.slice(first, first + portion));
    noted.push(...[...some].filter(([, marking]) => isNoted(marking, look)));
  }
  return noted;
};

/**
 * Leaves a line for each document that is not public and that somebody is about to be shown. A failure to write fails the reading.
 * @param ids of documents that they may see
 */
export const noteReads = async (
  req: PayloadRequest,
  collection: MarkedCollection,
  ids: readonly string[],
  look: Look,
): Promise<void> => {
  const { payload, user } = req;
  if (!user || ids.length === 0) return;
  const now = new Date();
  const actor = String(user.id);
  const book = bookOf(payload);
  const fresh = book.fresh(actor, collection, ids, now);
  const transaction = await req.transactionID;
  for (const [id, marking] of await notedAmong(req, collection, fresh, look)) {
    const act = { action: 'read', collection, documentId: id } as const;
    await writeLine(payload, await lineOf(req, act, null, now, sealOf(marking)), req);
    const told = () => book.told(actor, collection, id);
    // What is rolled back takes its line along
    if (transaction) stationOf(payload).whenCommitted(String(transaction), told);
    else told();
  }
};

/** A document of which somebody is about to be shown a title or some words, among those of others. */
export interface Glimpse {
  readonly collection: string;
  readonly id: string;
  /** As whoever found it knows it; absent: not known. */
  readonly marking?: Marking | null;
}

/**
 * The same for an answer that names many documents at a glance, of whatever kind. Of those that are known to be open enough, nothing
 * is asked.
 */
export const noteGlimpses = async (req: PayloadRequest, glimpses: readonly Glimpse[]): Promise<void> => {
  const asked = glimpses.filter(({ marking }) => marking === undefined || (marking && isNoted(marking, 'glance')));
  for (const collection of markedCollections) {
    const ids = asked.filter((one) => one.collection === collection).map(({ id }) => id);
    await noteReads(req, collection, ids, 'glance');
  }
};
