import type { PayloadRequest } from 'payload';
import type { MarkedCollection } from '../../workflow/references.ts';
import type { SealPlace } from './places.ts';

/** A row beside a marking: the seal that it bears, and the one that it should bear. */
export interface SealedRow {
  readonly id: unknown;
  /** Null: nobody has looked at it yet. */
  readonly seal: string | null;
  /** That of its marking; empty, which is nobody’s, where the marking that it names is not there. */
  readonly wanted: string;
}

export interface SealedMarking {
  readonly id: string;
  readonly subjectId: string;
}

type Within = Pick<PayloadRequest, 'transactionID'>;

/**
 * Seals of documents and versions, in the words of one database. Nothing but the seal is written: no instant, no version, no hint,
 * for the document has not changed.
 */
export interface SealStore {
  /** Seals a document and its versions, within the transaction of a request where it has one. */
  write(within: Within, collection: MarkedCollection, marking: SealedMarking, seal: string): Promise<void>;
  /** Whether nobody else changes a marking until the transaction of a request ends: what was read in it holds. */
  holdsStill(within: Within): Promise<boolean>;
  /** Rows that bear a marking, in the order of their ids, behind one of them; from the first one on where it is undefined. */
  rowsAfter(place: SealPlace, after: unknown, limit: number): Promise<readonly SealedRow[]>;
  /** Gives rows the seals of their markings, as these are now. */
  mend(place: SealPlace, rows: readonly SealedRow[]): Promise<void>;
  /** Whether any row that lists are read from bears a marking and no seal. */
  lacks(place: SealPlace): Promise<boolean>;
}
