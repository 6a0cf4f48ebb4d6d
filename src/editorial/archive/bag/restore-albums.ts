import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload';
import { z } from 'zod';
import { joinOf, type Marking } from '#access/level.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { putMember } from '../../albums/members.ts';
import { isRank } from '../../albums/rank.ts';
import { localText, relation, storedInstant } from '../../release/stored-kinds.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import type { Restored } from '../../workflow/with-description-rules.ts';
import type { PictureRecord, References } from './format.ts';
import { inside } from './outside.ts';
import { refusalOf } from './refusal-of.ts';
import type { Known } from './restore-references.ts';

type Album = References['albums'][number];

/** An album of a bag as it is here; `cover` where the bag says it: a picture may come after its album. */
export interface KnownAlbum {
  readonly id: string;
  readonly cover: string | null;
}

/** Albums here, by ids in a bag. */
export type KnownAlbums = ReadonlyMap<string, KnownAlbum>;

const here = z.looseObject({ id: z.string(), title: localText });
const covered = z.looseObject({ cover: relation, updatedAt: storedInstant });

const oneWhere = async (req: PayloadRequest, where: Where) => {
  const { docs } = await req.payload.db.find({ collection: 'albums', where, limit: 1, pagination: false, req });
  return docs[0] ? here.parse(docs[0]) : null;
};

const withSlug = async (req: PayloadRequest, { slug }: Album) => {
  const slugs = Object.entries(inside(slug)).map(([locale, one]) => ({ [`slug.${locale}`]: { equals: one } }));
  return slugs.length > 0 ? oneWhere(req, { or: slugs }) : null;
};

type Edition = readonly [locale: StudioLocale, words: Record<string, unknown>];

const editionsOf = ({ title, slug, description, pressText = {}, pressContacts = {} }: Album): Edition[] => {
  const all = {
    ...{ title: inside(title), slug: inside(slug), description: inside(description) },
    ...{ pressText: inside(pressText), pressContacts: inside(pressContacts) },
  };
  return studioLocales.flatMap((locale): Edition[] => {
    const words = Object.entries(all).flatMap(([field, values]) =>
      values[locale] === undefined ? [] : [[field, values[locale]] as const],
    );
    return all.title[locale] ? [[locale, Object.fromEntries(words)]] : [];
  });
};

/** It begins `internal`, whatever it was: its release is an act of two people of this place. What was higher stays so. */
const markingOf = ({ marking }: Album): Marking => joinOf([{ level: 'internal', compartments: [] }, marking]);

/** What a first save cannot say: the other languages, former addresses, dates. */
const complete = async (req: PayloadRequest, one: Album, editions: readonly Edition[]): Promise<void> => {
  for (const [locale, words] of editions)
    await req.payload.update({
      collection: 'albums',
      id: one.id,
      data: words as never,
      locale,
      depth: 0,
      overrideAccess: true,
      req,
    });
  const { id, createdAt, updatedAt, revision } = one;
  const data = { formerSlugs: inside(one.formerSlugs), createdAt, updatedAt, revision };
  await req.payload.db.updateOne({ collection: 'albums', id, data, req, returning: false });
};

/** The album here that is meant: by its id, by a web address, or made as it was. A run that was killed is gone on with. */
const settle = async (payload: Payload, one: Album, known: Known, albums: KnownAlbums): Promise<KnownAlbum> => {
  const req = await createLocalReq({}, payload);
  const same = await oneWhere(req, { id: { equals: one.id } });
  const found = same ?? (await withSlug(req, one));
  const editions = editionsOf(one);
  const lacking = same ? editions.filter(([locale]) => !same.title[locale]) : [];
  const [[locale, words] = ['vi' as const, {}], ...others] = editions;
  await inTransaction(req, async () => {
    if (lacking.length > 0) await complete(req, one, lacking);
    if (found) return;
    const orphans: Where = { and: [{ subjectType: { equals: 'albums' } }, { subjectId: { equals: one.id } }] };
    await payload.db.deleteMany({ collection: 'markings', where: orphans, req });
    const restored: Restored = { id: one.id, marking: markingOf(one) };
    const agency = one.agency === null ? null : (known.agencies.get(one.agency) ?? null);
    const within = one.within === null ? null : (albums.get(one.within)?.id ?? null);
    const rightsRecord = one.rightsRecord ? (known.rights.get(one.rightsRecord) ?? null) : null;
    const press = { pressKit: one.pressKit ?? false, pressEmbargo: one.pressEmbargo ?? null };
    const data = { ...words, ...press, agency, within, rightsRecord } as never;
    await payload.create({
      collection: 'albums',
      data,
      locale,
      depth: 0,
      overrideAccess: true,
      context: { restored },
      req,
    });
    await complete(req, one, others);
  });
  return found && found.id !== one.id ? { id: found.id, cover: null } : { id: one.id, cover: one.cover };
};

/**
 * Finds the albums of a bag, and makes those that are not here.
 * @returns by ids in the bag
 * @throws Failure whatever the studio refuses
 */
export const restoreAlbums = async (payload: Payload, { albums }: References, known: Known): Promise<KnownAlbums> => {
  const settled = new Map<string, KnownAlbum>();
  try {
    for (const one of albums) settled.set(one.id, await settle(payload, one, known, settled));
    return settled;
  } catch (cause) {
    throw refusalOf(cause) ?? cause;
  }
};

/** Gives an album its cover again, unless it has one here; nothing of that is news. */
const cover = async (req: PayloadRequest, id: string, picture: string): Promise<void> => {
  const found: unknown = await req.payload.db.findOne({ collection: 'albums', where: { id: { equals: id } }, req });
  const album = covered.parse(found);
  if (album.cover !== null) return;
  const data = { cover: picture, updatedAt: album.updatedAt };
  await req.payload.db.updateOne({ collection: 'albums', id, data, req, returning: false });
};

/** Puts a picture where it was in its albums. Done twice it does no harm. */
export const restoreMemberships = async (
  req: PayloadRequest,
  { id, albums }: PictureRecord,
  known: KnownAlbums,
): Promise<void> => {
  for (const { album, rank } of albums) {
    const there = known.get(album);
    if (!there) continue;
    await putMember(req, there.id, id, isRank(rank) ? rank : null);
    if (there.cover === id) await cover(req, there.id, id);
  }
};
