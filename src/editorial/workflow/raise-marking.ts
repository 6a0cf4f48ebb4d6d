import type { PayloadRequest, Where } from 'payload';
import { type Decision, decide } from '#access/decide.ts';
import { isAtLeast, joinOf, type Marking } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import { behind, standInsOf } from '../archive/look-alikes/stand-in.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { changeMarking, markingsOf, readMarking, type StoredMarking } from './marking-store.ts';

export interface Raise extends Marking {
  readonly basis: string;
}

/** A document that was raised because of another one. */
export interface Followed {
  readonly collection: 'articles' | 'events' | 'images';
  readonly id: string;
}

const showing = ['articles', 'events'] as const;

/** Ids of the texts of a collection that show an image, in any language, published or in a draft. */
const textsThatShow = async (
  req: PayloadRequest,
  collection: (typeof showing)[number],
  image: string,
): Promise<string[]> => {
  const ids = new Set<string>();
  for (const locale of studioLocales) {
    const shows: Where = { or: [{ cover: { equals: image } }, { shows: { contains: image } }] };
    const args = { collection, locale, limit: 0, pagination: false, req };
    for (const { id } of (await req.payload.db.find({ ...args, where: shows })).docs) ids.add(String(id));
    const drafts: Where = {
      and: [
        { latest: { equals: true } },
        { or: [{ 'version.cover': { equals: image } }, { 'version.shows': { contains: image } }] },
      ],
    };
    for (const { parent } of (await req.payload.db.findVersions({ ...args, where: drafts })).docs)
      ids.add(String(parent));
  }
  return [...ids];
};

const raiseEach = async (
  req: PayloadRequest,
  viewer: Viewer,
  collection: Followed['collection'],
  ids: readonly string[],
  to: Raise,
): Promise<Followed[]> => {
  const followed: Followed[] = [];
  for (const [id, marking] of await markingsOf(req, collection, ids)) {
    if (isAtLeast(marking, to)) continue;
    await changeMarking(req, marking, joinOf([marking, to]), { by: viewer.id, basis: to.basis });
    await writeAudit(req, { action: 'raise', collection, documentId: id });
    followed.push({ collection, id });
  }
  return followed;
};

/** Other records of the same picture, whichever of them stands for the others. */
const samePicture = async (req: PayloadRequest, image: string): Promise<string[]> => {
  const kept = (await standInsOf(req, [image])).get(image) ?? image;
  return [kept, ...(await behind(req, kept))].filter((id) => id !== image);
};

/**
 * Every text that shows a raised image rises with it: a document is never below what it shows. So does every other record
 * of the same picture.
 */
const raiseWhatShows = async (req: PayloadRequest, viewer: Viewer, image: string, to: Raise): Promise<Followed[]> => {
  const others = await samePicture(req, image);
  const followed = await raiseEach(req, viewer, 'images', others, to);
  for (const collection of showing) {
    const ids = new Set<string>();
    for (const one of [image, ...others]) for (const id of await textsThatShow(req, collection, one)) ids.add(id);
    followed.push(...(await raiseEach(req, viewer, collection, [...ids], to)));
  }
  return followed;
};

const refuseWhere = (decision: Decision): void => {
  if ('refuse' in decision) throw new Failure(decision.refuse);
};

/** The marking, for somebody who may raise it. One that is hidden is answered like one that does not exist. */
const readFor = async (req: PayloadRequest, viewer: Viewer, id: string): Promise<StoredMarking> => {
  refuseWhere(decide(viewer, 'raise', { kind: 'marking' }));
  const marking = await readMarking(req, id);
  if (!marking) throw new Failure('not-found');
  refuseWhere(decide(viewer, 'raise', { kind: 'marking', marking }));
  return marking;
};

/**
 * Marks a document higher, and with an image every text that shows it. Acts at once on every version and language.
 *
 * @throws Failure `not-found`, `forbidden`, `level-lowering` for anything that is not higher, `level-not-allowed`
 */
export const raiseMarking = async (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  to: Raise,
): Promise<{ marking: StoredMarking; followed: Followed[] }> => {
  const marking = await readFor(req, viewer, id);
  if (!isAtLeast(to, marking)) throw new Failure('level-lowering', { level: marking.level });
  await changeMarking(req, marking, to, { by: viewer.id, basis: to.basis });
  await writeAudit(req, { action: 'raise', collection: marking.subjectType, documentId: marking.subjectId });
  const followed = marking.subjectType === 'images' ? await raiseWhatShows(req, viewer, marking.subjectId, to) : [];
  return { marking: { ...marking, ...to }, followed };
};
