import type { PayloadRequest, Where } from 'payload';
import { covers, decide } from '#access/decide.ts';
import { readSeal } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { albumsNamed } from '../../albums/list-members.ts';
import { noteReads } from '../../audit/note-reads.ts';
import { readPictures } from '../bag/read-pictures.ts';
import { type Deletion, findDeletions } from '../deletion/deletions.ts';
import { holdsOf } from '../deletion/holds.ts';
import { pictureFor } from '../deletion/picture-for.ts';
import { entriesOf, type HistoryEntry } from './entries.ts';
import { albumsIn, tellingAlbums } from './told-albums.ts';

/** Deletions of pictures with these bytes, for those who have a part in deletions and were cleared for the picture. */
const deletionsOfBytes = async (req: PayloadRequest, viewer: Viewer, sha256: string | null): Promise<Deletion[]> => {
  if (sha256 === null || 'refuse' in decide(viewer, 'confirm-deletion', { kind: 'image' })) return [];
  const where: Where = { and: [{ sha256: { equals: sha256 } }, { state: { in: ['leaving', 'done'] } }] };
  return (await findDeletions(req, where)).filter(({ seal }) => {
    const marking = seal === null ? null : readSeal(seal);
    return marking !== null && covers(viewer, marking);
  });
};

/** Fields of a picture that somebody may not read, whatever else they see of it: who is shown, and the consents. */
const hiddenFields = async (req: PayloadRequest): Promise<ReadonlySet<string>> => {
  const hidden = new Set<string>();
  for (const { name, access } of req.payload.collections.images?.config.flattenedFields ?? []) {
    if (access?.read && (await access.read({ req })) !== true) hidden.add(name);
  }
  return hidden;
};

/** With the titles of the albums that somebody may know of, and without a word of the others. */
const namingAlbums = async (req: PayloadRequest, entries: readonly HistoryEntry[]): Promise<HistoryEntry[]> => {
  const known = new Map((await albumsNamed(req, albumsIn(entries))).map((album) => [album.id, album]));
  return tellingAlbums(entries, (id) => known.get(id) ?? null);
};

export interface ReadHistory {
  readonly entries: readonly HistoryEntry[];
  /** SHA-256 of the document that says what was known of the picture before it came here, if a bag brought it. */
  readonly origin: string | null;
}

/**
 * What happened to a picture, as far as somebody may know of it.
 * @throws Failure `not-found` for what is missing or above their clearance
 */
export const readHistory = async (req: PayloadRequest, viewer: Viewer, id: string): Promise<ReadHistory> => {
  const { master, origin } = await pictureFor(req, viewer, ['read'], id);
  await noteReads(req, 'images', [id], 'open');
  const hidden = await hiddenFields(req);
  const [facts] = await readPictures(req, [id], hidden.has('persons') ? 'told' : 'all', false);
  if (!facts) throw new Failure('not-found');
  const told = {
    history: facts.history,
    deletions: (await findDeletions(req, { picture: { equals: id } })).filter(({ state }) => state !== 'done'),
    holds: await holdsOf(req, id),
    sameBytes: (await deletionsOfBytes(req, viewer, master.sha256)).filter(
      ({ state, picture }) => state === 'done' || picture !== id,
    ),
    clearance: viewer.clearance,
    hidden,
  };
  return { entries: await namingAlbums(req, entriesOf(told)), origin };
};
