import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { storedAgency, storedPlace, storedTopic } from '../../release/stored-documents.ts';
import { localList, number } from '../../release/stored-kinds.ts';
import { type Description, formatVersion, type ReferenceKind, type References } from './format.ts';
import { outside } from './outside.ts';
import { type AlbumsWithin, readAlbums } from './read-albums.ts';
import { readRightsRecord } from './rights-data.ts';

/** Ids of what pictures refer to, and of the albums that they are in. */
export type Referred = Readonly<Record<ReferenceKind | 'albums', Set<string>>>;

export const noReferences = (): Referred => ({
  agencies: new Set(),
  topics: new Set(),
  places: new Set(),
  albums: new Set(),
  rights: new Set(),
});

export const noteReferences = (referred: Referred, { agency, topics, places, rightsRecord }: Description): void => {
  if (agency !== null) referred.agencies.add(agency);
  if (rightsRecord) referred.rights.add(rightsRecord);
  for (const topic of topics) referred.topics.add(topic);
  for (const place of places) referred.places.add(place);
};

const besides = { formerSlugs: localList, revision: number };
const agency = storedAgency.extend(besides);
const topic = storedTopic.extend(besides);
const place = storedPlace.extend(besides);

/** Ids that are asked for at once: databases take only so many. */
const portion = 500;

const rowsOf = async (req: PayloadRequest, collection: ReferenceKind, ids: Iterable<string>): Promise<unknown[]> => {
  const [all, rows]: [string[], unknown[]] = [[...ids].sort(), []];
  for (let from = 0; from < all.length; from += portion) {
    const where = { id: { in: all.slice(from, from + portion) } };
    const { docs } = await req.payload.db.find({ collection, where, limit: 0, pagination: false, sort: 'id', req });
    rows.push(...docs);
  }
  return rows;
};

type Described = z.infer<typeof topic> | z.infer<typeof place> | z.infer<typeof agency>;

const named = ({ id, name, slug, summary, formerSlugs, createdAt, updatedAt, revision }: Described) => ({
  ...{ id, name: outside(name), slug: outside(slug), summary: outside(summary) },
  ...{ formerSlugs: outside(formerSlugs), createdAt, updatedAt, revision: revision ?? 0 },
});

/** Topics with all that stand above them, those first: a topic can only be put below one that is there. */
const topicsOf = async (req: PayloadRequest, ids: Iterable<string>): Promise<z.infer<typeof topic>[]> => {
  const found = new Map<string, z.infer<typeof topic>>();
  for (let wanted = [...ids]; wanted.length > 0; ) {
    const rows = z.array(topic).parse(await rowsOf(req, 'topics', wanted));
    for (const row of rows) found.set(row.id, row);
    wanted = rows.flatMap(({ parent }) => (parent !== null && !found.has(parent) ? [parent] : []));
  }
  const depthOf = (id: string | null): number => {
    const one = id === null ? undefined : found.get(id);
    return one ? 1 + depthOf(one.parent) : 0;
  };
  return [...found.values()].sort((one, other) => depthOf(one.id) - depthOf(other.id) || (one.id < other.id ? -1 : 1));
};

/** Reads what pictures refer to. */
export const readReferences = async (
  req: PayloadRequest,
  referred: Referred,
  within: AlbumsWithin,
): Promise<References> => {
  const albums = await readAlbums(req, referred.albums, within);
  for (const { agency, rightsRecord } of albums) {
    if (agency !== null) referred.agencies.add(agency);
    if (rightsRecord) referred.rights.add(rightsRecord);
  }
  const agencies = z.array(agency).parse(await rowsOf(req, 'agencies', referred.agencies));
  const places = z.array(place).parse(await rowsOf(req, 'places', referred.places));
  return {
    format: 'benthanh-references',
    version: formatVersion,
    agencies: agencies.map((one) => ({ ...named(one), website: one.website, email: one.email, phone: one.phone })),
    topics: (await topicsOf(req, referred.topics)).map((one) => ({ ...named(one), parent: one.parent })),
    places: places.map((one) => ({
      ...named(one),
      ...{ address: outside(one.address), latitude: one.latitude, longitude: one.longitude },
    })),
    albums,
    rights: (await rowsOf(req, 'rights', referred.rights)).map(readRightsRecord),
  };
};
