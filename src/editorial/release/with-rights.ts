import { idOf } from './lexical-node.ts';

/** Reads documents of a collection, by id. */
export type ByIds = (
  collection: 'rights' | 'consents' | 'albums' | 'markings',
  ids: readonly string[],
) => Promise<ReadonlyMap<string, unknown>>;

/** Where what the right to show pictures stands upon is read. */
export interface RightsSource {
  readonly byIds: ByIds;
  /** Which albums some pictures are in. */
  memberships(images: readonly string[]): Promise<readonly { readonly image: string; readonly album: string }[]>;
}

type Doc = Record<string, unknown>;

const isDoc = (value: unknown): value is Doc => typeof value === 'object' && value !== null;

const consentIds = ({ consents }: Doc): string[] =>
  Array.isArray(consents) ? consents.map(idOf).filter((id) => id !== null) : [];

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/** An album and the albums above it, as deep as a tree may be. */
const deepest = 16;

/** Albums with all that stand above them, by id. */
const withAbove = async (ids: readonly string[], byIds: ByIds): Promise<Map<string, Doc>> => {
  const found = new Map<string, Doc>();
  let next = unique([...ids]);
  for (let step = 0; step < deepest && next.length > 0; step += 1) {
    const level = [...(await byIds('albums', next))].flatMap(([id, doc]) => (isDoc(doc) ? [[id, doc] as const] : []));
    for (const [id, doc] of level) found.set(id, doc);
    next = unique(level.map(([, doc]) => idOf(doc.within))).filter((id) => !found.has(id));
  }
  return found;
};

/** The albums from one upwards, itself first. */
const pathOf = (start: string, albums: ReadonlyMap<string, Doc>): string[] => {
  const path: string[] = [];
  for (let at: string | null = start; at !== null && albums.has(at) && !path.includes(at); ) {
    path.push(at);
    at = idOf(albums.get(at)?.within);
  }
  return path;
};

/**
 * The albums around each of some pictures, where any of them names a rights record: with that record and with the markings
 * of the albums and of the picture, since nothing may be taken from an album that is marked higher.
 */
const albumsAround = async (docs: readonly Doc[], { byIds, memberships }: RightsSource): Promise<Map<string, Doc>> => {
  const members = await memberships(unique(docs.map((doc) => idOf(doc.id))));
  const albums =
    members.length === 0
      ? new Map<string, Doc>()
      : await withAbove(
          members.map(({ album }) => album),
          byIds,
        );
  const giving = new Set([...albums].filter(([, doc]) => idOf(doc.rightsRecord) !== null).map(([id]) => id));
  if (giving.size === 0) return new Map();
  const records = await byIds('rights', unique([...albums.values()].map((doc) => idOf(doc.rightsRecord))));
  const marked = [...albums.values(), ...docs].map((doc) => idOf(doc.marking));
  const markings = await byIds('markings', unique(marked));
  const markingOf = (doc: Doc) => markings.get(idOf(doc.marking) ?? '') ?? null;
  const around = new Map<string, Doc>();
  const memberOf = Map.groupBy(members, ({ image }) => image);
  for (const doc of docs) {
    const own = (memberOf.get(String(doc.id)) ?? []).map(({ album }) => album).sort();
    const named = new Set(own.flatMap((id) => pathOf(id, albums)));
    if (![...named].some((id) => giving.has(id))) continue;
    const listed = [...named].sort().map((id): Doc => {
      const { title, within, rightsRecord, ...album } = albums.get(id) ?? {};
      const record = idOf(rightsRecord);
      const filled = record === null ? null : (records.get(record) ?? record);
      return { id, title, within: idOf(within), rightsRecord: filled, marking: markingOf(album) };
    });
    around.set(String(doc.id), { marking: markingOf(doc), memberOf: own, albums: listed });
  }
  return around;
};

/**
 * Pictures with the rights record and the consents that they name in place of their ids, and with the albums around them
 * (`albumsAround`) where one names a rights record. What is not there stays an id, so that whoever judges sees that something
 * is missing.
 */
export async function withRights(pictures: readonly unknown[], source: RightsSource): Promise<unknown[]> {
  const { byIds } = source;
  const docs = pictures.filter(isDoc);
  const records = await byIds('rights', unique(docs.map(({ rightsRecord }) => idOf(rightsRecord))));
  const consents = await byIds('consents', unique(docs.flatMap(consentIds)));
  const around = await albumsAround(docs, source);
  return pictures.map((picture) => {
    if (!isDoc(picture)) return picture;
    const record = idOf(picture.rightsRecord);
    const named = consentIds(picture);
    const { albumsAround: _, ...own } = picture;
    const albums = around.get(String(picture.id));
    return {
      ...own,
      ...(record !== null && { rightsRecord: records.get(record) ?? record }),
      ...(named.length > 0 && { consents: named.map((id) => consents.get(id) ?? id) }),
      ...(albums && { albumsAround: albums }),
    };
  });
}
