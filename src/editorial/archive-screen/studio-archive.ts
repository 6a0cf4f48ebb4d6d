import { join } from 'node:path';
import type { Payload } from 'payload';
import { z } from 'zod';
import type { Viewer } from '#access/viewer.ts';
import { coverOf } from '../beside/covers.ts';
import { settled } from '../beside/followed.ts';
import { type Found, openAnswers, type Sight } from './ask.ts';
import { type ArchiveIndex, openArchiveIndex } from './index/archive-index.ts';
import { type KnownAlbums, openKnownAlbums } from './known-albums.ts';
import type { Question } from './question.ts';

/** The archive of a studio, as its screen asks of it. */
export interface StudioArchive {
  readonly index: ArchiveIndex;
  ask(question: Question, sight: Sight): Found;
  /** Every album as it stood when the index was last settled. */
  albums(): Promise<KnownAlbums>;
}

const custom = z.looseObject({ archiveDir: z.string().optional() });

/**
 * Pages and addresses of one studio are bundled apart and would each have an index of their own: they share the one that is
 * kept beside their Payload, which they share as well.
 */
const place = Symbol.for('benthanh.archives');
const archives = (): WeakMap<Payload, StudioArchive> => {
  const holder = globalThis as { [place]?: WeakMap<Payload, StudioArchive> };
  holder[place] ??= new WeakMap();
  return holder[place];
};

/** The archive of a studio, opened when it is first asked for. */
export const archiveOf = (payload: Payload): StudioArchive => {
  const known = archives().get(payload);
  if (known) return known;
  const { archiveDir } = custom.parse(payload.config.custom);
  const index = openArchiveIndex(payload, archiveDir === undefined ? null : join(archiveDir, 'index.db'));
  const albums = openKnownAlbums(payload);
  const archive = { index, ask: openAnswers(index), albums: () => albums(index.namesVersion) };
  archives().set(payload, archive);
  return archive;
};

/**
 * The archive as it stands committed now.
 * @throws Failure `archive-indexing` with `{ percent }` as long as it is compared with the database for the first time
 */
export const settledArchive = async (payload: Payload): Promise<StudioArchive> => {
  const archive = archiveOf(payload);
  await settled(archive.index, 'archive-indexing');
  return archive;
};

/** What a person may know of in a settled archive. @throws Failure that the decision refuses with */
export const sightOf = async (viewer: Viewer, archive: StudioArchive): Promise<Sight> => {
  const covers = coverOf(viewer, 'image');
  const coversAlbum = coverOf(viewer, 'album');
  const albums = await archive.albums();
  return { covers, knowsAlbum: (id) => coversAlbum(albums.get(id)?.seal ?? '') };
};

/** Follows the database in the background, so that the first question of a morning need not catch up with a night. */
export const keepArchiveFollowed = (payload: Payload): void => {
  const follow = () =>
    archiveOf(payload)
      .index.settle()
      .catch((err: unknown) => payload.logger.warn({ err }, 'the archive index did not follow'));
  setInterval(follow, 20_000).unref();
  void follow();
};
