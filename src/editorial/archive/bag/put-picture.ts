import type { PayloadRequest, Where } from 'payload';
import { type Clearance, type Marking, sealOf } from '#access/level.ts';
import type { BagWriter } from '#media/bagit/bag-writer.ts';
import { type AtRest, isHarm } from '#media/intake/at-rest.ts';
import { openKept } from '#media/intake/kept.ts';
import { masterPath } from '#media/intake/master-store.ts';
import type { Copy } from '../../copies/copies.ts';
import { isCounted } from '../../copies/counted.ts';
import type { Derivation } from '../../gate/derivations.ts';
import { type BagCopies, numberedOf } from './bag-copies.ts';
import { folderOf } from './format.ts';
import { filesOf, recordOf } from './picture-files.ts';
import type { AlbumsWithin } from './read-albums.ts';
import type { PictureFacts } from './read-pictures.ts';

/** How far a bag is. */
export interface Filling {
  readonly pictures: number;
  readonly ofPictures: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

export interface BagOrder {
  readonly req: PayloadRequest;
  /** Folder of the bag. */
  readonly out: string;
  /** Address of the person whose permissions to copy are used; null: nobody’s. */
  readonly as: string | null;
  readonly mastersDir: string;
  readonly mastersMirror?: string | undefined;
  readonly atRest?: AtRest | undefined;
  readonly where: Where;
  /** Nothing that is marked higher comes in. */
  readonly upTo: Marking & { readonly level: Clearance };
  /** As the operator asked for it. */
  readonly selection: string;
  readonly organization: string;
  /** What the gate made of a master, where its memory is at hand. */
  readonly derivedOf?: (sha256: string) => readonly Derivation[];
  readonly signal: AbortSignal;
  readonly onProgress: (filling: Filling) => void;
}

/** A bag as it is filled. */
export interface Bag extends BagOrder {
  readonly writer: BagWriter;
  readonly copies: BagCopies;
}

async function* contentOf(path: string, atRest: AtRest | undefined): AsyncGenerator<Uint8Array> {
  yield* (await openKept(path, atRest)).body;
}

/** Copies a kept file, from the mirror where the store's own is damaged or missing. */
const copyKept = async (
  order: Bag,
  path: string,
  sha256: string,
  onBytes: (bytes: number) => void,
): Promise<boolean> => {
  const places = [order.mastersDir, order.mastersMirror].filter((dir) => dir !== undefined);
  for (const dir of places) {
    const from = () => contentOf(masterPath(dir, sha256), order.atRest);
    const isThere = await order.writer.copy(path, from, sha256, onBytes).catch((cause: unknown) => {
      if (isHarm(cause)) return false;
      throw cause;
    });
    if (isThere) return true;
  }
  return false;
};

export const sameSeal = (one: Marking, other: Marking): boolean => sealOf(one) === sealOf(other);

/** Whether what was marked so before may stay as it is marked now: of what is counted, before or now, only the same. */
export const mayStay = (before: Marking, now: Marking): boolean =>
  sameSeal(before, now) || !(isCounted(before) || isCounted(now));

/**
 * The copy that a picture goes in as: its line stands in the register from here on.
 * @returns undefined for what is not counted; null for what stays out, as it is marked otherwise than when it was permitted
 */
export const copyOf = async (
  { copies }: Bag,
  before: Marking,
  { marking }: PictureFacts,
): Promise<Copy | null | undefined> => {
  if (!mayStay(before, marking)) return null;
  return isCounted(marking) ? copies.of(marking) : undefined;
};

/**
 * The record comes first: it names the number under which the bytes lie there, should the run be stopped between.
 * @returns the SHA-256 of what is wrong
 */
export const putPicture = async (
  order: Bag,
  albums: AlbumsWithin,
  facts: PictureFacts,
  copy: Copy | undefined,
  onBytes: (bytes: number) => void,
): Promise<string[]> => {
  const record = recordOf(facts, albums, copy && numberedOf(copy));
  const folder = folderOf(record.id);
  const { sha256, file } = record.master;
  const origin = facts.image.origin?.sha256 ?? null;
  const derived = order.derivedOf?.(sha256) ?? [];
  for (const [name, content] of filesOf(facts, record, derived, albums))
    await order.writer.put(`${folder}/${name}`, content);
  const isThere = await copyKept(order, `${folder}/${file}`, sha256, onBytes);
  const hasOrigin = origin === null || (await copyKept(order, `${folder}/origin.json`, origin, () => undefined));
  return [...(isThere ? [] : [sha256]), ...(hasOrigin ? [] : [origin])];
};
