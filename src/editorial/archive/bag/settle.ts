import type { Marking } from '#access/level.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { commandLine } from '../../audit/command-line.ts';
import { type Chosen, choosePictures } from './choose-pictures.ts';
import { folderOf } from './format.ts';
import { type Bag, type BagOrder, copyOf, mayStay, putPicture, sameSeal } from './put-picture.ts';
import type { AlbumsWithin } from './read-albums.ts';
import { type BagNames, readPictures } from './read-pictures.ts';

/** The line of what leaves, before any of it does: of the bag as a whole, or of a picture in it. */
export const noteOut = ({ req, upTo }: BagOrder, documentId: string | null): Promise<void> => {
  const about = `form=bag upto=${upTo.level}`;
  return writeAudit(req, { action: 'export', collection: 'images', documentId, who: commandLine(), about });
};

const isOpen = ({ marking }: Chosen): boolean => marking.level === 'public' && marking.compartments.length === 0;

/** Lines of pictures that not everybody may see: of the others the line of the bag tells enough. */
export const noteOutEach = async (order: BagOrder, chosen: readonly Chosen[]): Promise<void> => {
  for (const one of chosen) if (!isOpen(one)) await noteOut(order, one.id);
};

/** What leaves the house for everybody names nobody whom the public may not be told of. */
export const namesFor = ({ level }: Marking): BagNames => (level === 'public' ? 'told' : 'all');

/** Writes pictures anew, or takes them out where they may not stay. @returns those that came out */
const putAgain = async (order: Bag, changed: readonly Chosen[], albums: AlbumsWithin): Promise<ReadonlySet<string>> => {
  const gone = new Set(changed.map(({ id }) => id));
  for (const { id, marking } of changed)
    for (const facts of await readPictures(order.req, [id], namesFor(order.upTo))) {
      const copy = await copyOf(order, marking, facts);
      if (copy === null) continue;
      await putPicture(order, albums, facts, copy, () => undefined);
      gone.delete(id);
    }
  for (const id of gone) await order.writer.drop(folderOf(id));
  return gone;
};

/**
 * What was marked too high or taken away meanwhile comes out again, and so does what is counted or was, and is marked otherwise; what else
 * was marked otherwise is written anew, and so is all where an album was marked too high. What everybody might see until then has its
 * line now.
 * @returns what stays, as it is now marked
 */
export const settle = async (
  order: Bag,
  put: readonly Chosen[],
  albums: { readonly before: AlbumsWithin; readonly now: AlbumsWithin },
): Promise<Chosen[]> => {
  const { req, where, upTo, writer } = order;
  const still = new Map((await choosePictures(req, where, upTo)).map((one) => [one.id, one]));
  const staying = ({ id, marking }: Chosen): Chosen[] => {
    const now = still.get(id);
    return now && mayStay(marking, now.marking) ? [now] : [];
  };
  for (const one of put) if (staying(one).length === 0) await writer.drop(folderOf(one.id));
  const stays = put.flatMap(staying);
  const wereOpen = new Set(put.filter(isOpen).map(({ id }) => id));
  await noteOutEach(
    order,
    stays.filter(({ id }) => wereOpen.has(id)),
  );
  const before = new Map(put.map(({ id, marking }) => [id, marking]));
  const isLess = [...albums.before.keys()].some((id) => !albums.now.has(id));
  const changed = stays.filter(({ id, marking }) => isLess || !sameSeal(before.get(id) ?? marking, marking));
  const gone = await putAgain(order, changed, albums.now);
  return stays.filter(({ id }) => !gone.has(id));
};
