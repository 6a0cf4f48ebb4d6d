import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import type { Level } from '#access/level.ts';
import type { describedLocal } from '#collections/fields/described.ts';
import { Failure, type FailureValues } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import { isOfMachine } from '#errors/of-the-machine.ts';
import { type StudioLocale, studioLocales, toPublicLocale } from '#languages/locales.ts';
import { type Arrival, lookAtArrival } from '#media/intake/intake.ts';
import type { MasterStore } from '#media/intake/master-store.ts';
import type { EmbeddedRecord } from '#media/metadata/embedded-record.ts';
import type { Recognised } from '#media/metadata/legacy-text.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { putMember } from '../albums/members.ts';
import { type Lack, lacksOf, readImages } from '../workflow/image-facts.ts';
import { inTransaction } from '../workflow/transaction.ts';
import type { Claim } from './claim.ts';
import { wordsInFile } from './described-by-file.ts';
import { type Door, sayComing } from './history/with-history.ts';
import type { Description } from './manifest.ts';
import type { Origin } from './origin.ts';
import type { Piece } from './piece.ts';
import type { ReferencesBySlug } from './references-by-slug.ts';
import { type ClaimedBytes, claimBytes, knownBytes } from './same-bytes.ts';
import { takeInPicture } from './take-in-picture.ts';

/** What became of one file. */
export interface Fate {
  readonly file: string;
  /** `attention`: stored, and it lacks what release asks for. */
  readonly outcome: 'stored' | 'attention' | 'known' | 'refused';
  readonly code: FailureCode | null;
  /** What the words of the code name. */
  readonly values?: FailureValues;
  readonly lacks: readonly Lack[];
  /** Id of the image, where there is one. */
  readonly id: string | null;
  readonly sha256: string | null;
  readonly bytes: number;
  /** What the name seems to say, where it is in an older encoding. */
  readonly reading: Recognised | null;
}

/** What holds for every file, unless its line of the manifest says otherwise. */
export interface Defaults {
  readonly locale: StudioLocale;
  readonly level: Level;
  readonly agency?: string;
  /** Address of a statement. */
  readonly rights?: string;
  /** Album that it is put into, by slug or id. */
  readonly album?: string;
  /** Fields of the record, references by their ids. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Slug or id of a rights record. */
  readonly rightsRecord?: string;
}

export interface Ingest {
  readonly payload: Payload;
  readonly store: MasterStore;
  readonly decoders: Pick<Decoders, 'examine'>;
  readonly references: ReferencesBySlug;
  readonly manifest: ReadonlyMap<string, Description>;
  readonly defaults: Defaults;
  /** Looks at everything and keeps nothing. */
  readonly dryRun: boolean;
  /** What is to be kept of where a file comes from, if anything is. */
  readonly originOf?: (piece: Piece) => Origin;
  /** In whose name; nobody's where an operator takes files in. */
  readonly user?: NonNullable<PayloadRequest['user']>;
  /** Told in the transaction that makes the record. */
  readonly onKept?: (req: PayloadRequest, id: string) => Promise<void>;
}

type Doc = Record<string, unknown>;

const nothing: Description = { words: {}, facts: {}, topics: [], places: [], albums: [] };

/** The name of a file without folders and ending, for a picture that has no other title. */
const plainName = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.[^.]+$/, '') || file;

const factsOf = async ({ references, defaults }: Ingest, said: Description): Promise<Doc> => {
  const agency = said.agency ?? defaults.agency;
  const record = said.rightsRecord ?? defaults.rightsRecord;
  const all = (collection: 'topics' | 'places') =>
    Promise.all(said[collection].map((slug) => references.idOf(collection, slug)));
  return {
    topics: await all('topics'),
    places: await all('places'),
    ...defaults.facts,
    ...(defaults.rights ? { rights: defaults.rights } : {}),
    ...said.facts,
    ...(agency ? { agency: await references.idOf('agencies', agency) } : {}),
    ...(record ? { rightsRecord: await references.idOf('rights', record) } : {}),
  };
};

type Words = Readonly<Partial<Record<'title' | 'alt' | 'caption' | (typeof describedLocal)[number], string>>>;

/** A text in the file; one that may be in an older encoding waits for somebody to read it. */
const textInside = (
  { values }: EmbeddedRecord,
  property: 'title' | 'alt' | 'caption',
  tags: readonly string[],
): string | undefined => {
  const certain = values[property]?.said.filter(({ legacy }) => !legacy) ?? [];
  return tags.map((tag) => certain.find(({ lang }) => lang === tag)?.text).find(Boolean);
};

/** Words in one language: those of the manifest, else those in the file. What names no language is in the usual one. */
const wordsIn = (locale: StudioLocale, said: Description, { embedded }: Arrival, isUsual: boolean): Words => {
  const tags = [toPublicLocale(locale), ...(isUsual ? ['x-default', ''] : [])];
  const inside = (property: 'title' | 'alt' | 'caption') => textInside(embedded, property, tags);
  const basic = { title: inside('title'), alt: inside('alt'), caption: inside('caption') };
  const found = { ...basic, ...wordsInFile(embedded, locale, isUsual), ...said.words[locale] };
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text));
};

/** Words by language, the one with which the record begins first. Without any title the name of the file is one. */
const allWords = (file: string, said: Description, arrival: Arrival, usual: StudioLocale): [StudioLocale, Words][] => {
  const order = [usual, ...studioLocales.filter((one) => one !== usual)];
  const all = order.map((locale): [StudioLocale, Words] => [locale, wordsIn(locale, said, arrival, locale === usual)]);
  const titled = all.filter(([, { title }]) => title);
  return titled.length > 0 ? titled : [[usual, { ...all[0]?.[1], title: plainName(file) }]];
};

const doorOf = ({ originOf, user }: Ingest): Door => (originOf ? 'bag' : user ? 'uploads' : 'command');

const keep = async (
  ingest: Ingest,
  req: PayloadRequest,
  claim: Claim,
  piece: Piece,
  arrival: Arrival,
): Promise<string> => {
  const said = ingest.manifest.get(piece.name) ?? nothing;
  const [[locale, words] = [ingest.defaults.locale, {}], ...others] = allWords(
    piece.name,
    said,
    arrival,
    ingest.defaults.locale,
  );
  const facts = await factsOf(ingest, said);
  return inTransaction(req, async () => {
    req.context.level = ingest.defaults.level;
    sayComing(req, { door: doorOf(ingest), file: piece.name });
    const origin = ingest.originOf?.(piece);
    let doc = await takeInPicture(req, claim, arrival, { ...words, ...facts }, locale, origin);
    const id = String(doc.id);
    for (const [other, more] of others) {
      const data = { ...more, revision: doc.revision } as never;
      doc = (await ingest.payload.update({
        collection: 'images',
        id,
        locale: other,
        data,
        depth: 0,
        overrideAccess: true,
        req,
      })) as never;
    }
    await ingest.onKept?.(req, id);
    return id;
  });
};

/** What release would still ask of an image. */
export const lacksAfter = async (req: PayloadRequest, id: string): Promise<Lack[]> => {
  const [image] = await readImages(req, [id]);
  return image ? lacksOf(image) : [];
};

/** Albums that a file is put into, as they are named: by its line of the manifest, else for all. */
const albumsNamed = ({ manifest, defaults }: Ingest, file: string): readonly string[] => {
  const said = manifest.get(file)?.albums ?? [];
  return said.length > 0 || defaults.album === undefined ? said : [defaults.album];
};

/** Whether a file is put into any album, so that it has to wait for its turn there. */
export const goesIntoAlbums = (ingest: Ingest, file: string): boolean =>
  !ingest.dryRun && albumsNamed(ingest, file).length > 0;

/** Their ids. @throws Failure `slug-unknown` (named) */
const albumsOf = (ingest: Ingest, file: string): Promise<string[]> =>
  Promise.all(albumsNamed(ingest, file).map((one) => ingest.references.idOf('albums', one)));

/**
 * Puts a picture that is in the archive now into its albums, behind what is there. One that is in an album already stays where
 * it is, so that the same file may be taken in again.
 */
export const putIntoAlbums = async (ingest: Ingest, { file, id, code }: Fate): Promise<void> => {
  if (id === null || (code !== null && code !== 'image-exists')) return;
  for (const album of new Set(await albumsOf(ingest, file))) {
    const req = await createLocalReq({}, ingest.payload);
    await inTransaction(req, () => putMember(req, album, id));
  }
};

/** For a trial, which claims nothing. @throws Failure `image-exists` */
const refuseKnown = async ({ store }: Ingest, req: PayloadRequest, sha256: string): Promise<void> => {
  const known = await knownBytes(req, sha256);
  if (known && (await store.has(sha256))) throw known;
};

/**
 * Takes one file in. What is refused leaves nothing behind; what is there already is left as it is.
 * @throws what is no fault of the file: a full disk, a store or database that is gone
 */
export const ingestPiece = async (ingest: Ingest, piece: Piece): Promise<Fate> => {
  const { name: file, bytes, reading = null } = piece;
  const fate = { file, code: null, lacks: [], id: null, bytes, reading };
  const req = await createLocalReq(ingest.user ? { user: ingest.user } : {}, ingest.payload);
  const arrived: { sha256: string | null; claimed: ClaimedBytes | null } = { sha256: null, claimed: null };
  const unlessKnown = async (sha256: string): Promise<void> => {
    arrived.sha256 = sha256;
    if (!ingest.dryRun) arrived.claimed = await claimBytes(req, ingest.store, sha256);
    else await refuseKnown(ingest, req, sha256);
  };
  try {
    if (piece.refused) throw new Failure(piece.refused);
    await albumsOf(ingest, file);
    const filename = piece.name.split('/').at(-1) ?? piece.name;
    const { examine } = ingest.decoders;
    await using arrival = await lookAtArrival(ingest.store, await piece.open(), { filename, examine, unlessKnown });
    const { sha256, claimed } = arrived;
    if (!claimed) return { ...fate, outcome: 'stored', sha256 };
    const { claim, bereft } = claimed;
    if (bereft) {
      await ingest.originOf?.(piece).keep();
      await arrival.keep();
    }
    const id = bereft ? bereft.id : await keep(ingest, req, claim, piece, arrival);
    const lacks = await lacksAfter(req, id);
    return { ...fate, outcome: lacks.length > 0 ? 'attention' : 'stored', lacks, id, sha256 };
  } catch (cause) {
    if (!(cause instanceof Failure) || isOfMachine(cause)) throw cause;
    const [{ code, values }, { sha256 }] = [cause, arrived];
    if (code === 'image-exists') return { ...fate, outcome: 'known', code, id: String(values.id), sha256 };
    return { ...fate, outcome: 'refused', code, values, sha256 };
  } finally {
    await arrived.claimed?.claim.giveBack();
  }
};
