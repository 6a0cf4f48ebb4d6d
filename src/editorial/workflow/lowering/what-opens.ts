import { createHash } from 'node:crypto';
import type { CollectionSlug, PayloadRequest, Where } from 'payload';
import { sealOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { canonicalBytes } from '#feed/canonical.ts';
import { samePicture } from '../../archive/look-alikes/same-picture.ts';
import { isMarkedUnseen } from '../../at-rest/texts/lost-mark.ts';
import { markingsOf, type StoredMarking } from '../marking-store.ts';
import { type MarkedCollection, type Reference, referencesInBody, referencesOf } from '../references.ts';
import { toldBeside } from './told-beside.ts';
import { type Told, toldBefore, toldBy, withoutNotes } from './told-words.ts';

type Doc = Readonly<Record<string, unknown>>;

/** One document that would become readable, with all that hangs on its marking. */
export interface OpeningDocument {
  readonly collection: MarkedCollection;
  readonly id: string;
  /** What it says now, published or in a draft, in every language. */
  readonly now: readonly Told[];
  /** What only earlier versions say, which can be looked at like the newest. */
  readonly before: readonly Told[];
  /** What people said of it: reviews, comments, work that was given out, corrections, grounds of its marking. */
  readonly about: readonly Told[];
  /** Ids of the pictures that it shows, its own among them. */
  readonly pictures: readonly string[];
}

/** All that a lowering would open. */
export interface Opening {
  readonly documents: readonly OpeningDocument[];
  /** Markings that fall with it, that which was asked about first. */
  readonly markings: readonly StoredMarking[];
  readonly references: readonly Reference[];
  /** What stands in these documents as an id, in earlier versions too. */
  readonly named: readonly Reference[];
  /** Of every value that is shown, and of those that only programs can read. Another one: something is different. */
  readonly fingerprint: string;
}

const isDoc = (value: unknown): value is Doc => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Who agrees has to see all that opens. What nobody can read, now that a strange hand has changed it, may be mended one day and be read then. */
const seen = (rows: readonly unknown[]): Doc[] => {
  const docs = rows.filter(isDoc);
  if (docs.some((doc) => isMarkedUnseen(doc) || isMarkedUnseen(doc.version))) throw new Failure('lowering-text-lost');
  return docs;
};

const rowsOf = async (req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<Doc[]> => {
  const { docs } = await req.payload.db.find({
    ...{ collection, where, limit: 0, pagination: false, sort: 'id' },
    req,
  });
  return seen(docs);
};

const versionsOf = async (req: PayloadRequest, collection: CollectionSlug, id: string): Promise<Doc[]> => {
  const where: Where = { parent: { equals: id } };
  const { docs } = await req.payload.db.findVersions({
    ...{ collection, where, limit: 0, pagination: false, sort: 'id' },
    req,
  });
  return seen(docs);
};

/** What is kept beside a document, and which of it counts for the fingerprint. */
const beside = {
  reviews: ['locale', 'state', 'note'],
  comments: ['locale', 'text'],
  assignments: ['locale', 'note', 'past'],
  translations: ['locale', 'corrections'],
} as const;

const besideOf = async (req: PayloadRequest, collection: MarkedCollection, id: string): Promise<[string, Doc][]> => {
  const of: Where = { and: [{ collection: { equals: collection } }, { documentId: { equals: id } }] };
  const found: [string, Doc][] = [];
  for (const [slug, fields] of Object.entries(beside))
    for (const row of await rowsOf(req, slug as CollectionSlug, of))
      found.push([slug, Object.fromEntries(fields.map((name) => [name, row[name]]))]);
  return found;
};

const groundsOf = ({ history }: StoredMarking): Told[] => {
  const lines = history.flatMap(({ basis }) => (typeof basis === 'string' && basis !== '' ? [basis] : []));
  return lines.length > 0 ? [{ field: 'marking', locale: null, lines }] : [];
};

/** A body in every language. */
const bodiesOf = (body: unknown): unknown[] => (isDoc(body) ? ('root' in body ? [body] : Object.values(body)) : []);

const referencesIn = (doc: Doc): Reference[] => [
  ...referencesOf({ ...doc, body: null }),
  ...bodiesOf(doc.body).flatMap(referencesInBody),
];

/** All to which a document refers; an album lies within another one. */
const namedIn = (doc: Doc): Reference[] => [
  ...referencesIn(doc),
  ...(typeof doc.within === 'string' ? [{ collection: 'albums', id: doc.within, use: 'linked' as const }] : []),
];

interface Read {
  readonly document: OpeningDocument;
  readonly references: readonly Reference[];
  readonly named: readonly Reference[];
  readonly raw: unknown;
}

const nested = (row: Doc | undefined): Doc => (isDoc(row?.version) ? row.version : {});

const readOne = async (req: PayloadRequest, marking: StoredMarking): Promise<Read | null> => {
  const { subjectType: collection, subjectId: id } = marking;
  const [main] = await rowsOf(req, collection, { id: { equals: id } });
  if (!main) return null;
  const versions = await versionsOf(req, collection, id);
  const current = [main, ...versions.filter(({ latest }) => latest === true).map(nested)];
  const rows = await besideOf(req, collection, id);
  const now = current.flatMap(toldBy);
  const references = current.flatMap(referencesIn);
  const shown = references.filter((one) => one.use === 'shown' && one.collection === 'images');
  const document = {
    ...{ collection, id },
    now: toldBefore([], now),
    before: toldBefore(now, versions.map(nested).flatMap(toldBy)),
    about: [...toldBeside(rows), ...groundsOf(marking)],
    pictures: [...new Set([...(collection === 'images' ? [id] : []), ...shown.map((one) => one.id)])],
  };
  const raw = [collection, id, sealOf(marking), withoutNotes(main), versions.map(nested).map(withoutNotes), rows];
  const named = [main, ...versions.map(nested)].flatMap(namedIn);
  return { document, references, named, raw: [...raw, groundsOf(marking)] };
};

/** What the database gives as an instant on one side and as a text on the other is one text. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const fingerprintOf = (raw: unknown): string =>
  createHash('sha256')
    .update(canonicalBytes(plain(raw)))
    .digest('hex');

/**
 * Reads all that would become readable if something were marked lower, whoever asks: the document, published and in drafts and
 * versions, in every language; what was said of it; and every other record of the same picture, which falls with it.
 * @throws Failure `lowering-text-lost` where something of it cannot be read that may be read again
 */
export const whatOpens = async (req: PayloadRequest, marking: StoredMarking): Promise<Opening> => {
  const same = marking.subjectType === 'images' ? await samePicture(req, marking.subjectId) : [];
  const others = [...(await markingsOf(req, 'images', same)).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const read: Read[] = [];
  for (const one of [marking, ...others]) {
    const found = await readOne(req, one);
    if (found) read.push(found);
  }
  return {
    documents: read.map(({ document }) => document),
    markings: [marking, ...others],
    references: read.flatMap(({ references }) => references),
    named: read.flatMap(({ named }) => named),
    fingerprint: fingerprintOf(read.map(({ raw }) => raw)),
  };
};
