import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { MasterReader } from '#media/intake/master-store.ts';
import { anyId, byLocale } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';
import { languageOf } from '../words/language-of.ts';
import { type Claim, takeClaim } from './claim.ts';

const known = z.looseObject({ id: anyId, title: byLocale });

export interface KnownImage {
  readonly id: string;
  /** In the person's language, else in whichever there is; its id where it has none. */
  readonly title: string;
}

/**
 * The image of these very bytes, as far as the person may know of it: one above their clearance is none to them.
 * Programs of ours, which act in nobody's name, see all.
 */
export const imageOfBytes = async (req: PayloadRequest, sha256: string): Promise<KnownImage | null> => {
  // By itself, not as part of the request: all languages are wanted, and the request has its own
  const { docs } = await req.payload.find({
    collection: 'images',
    where: { 'master.sha256': { equals: sha256 } },
    select: { title: true },
    locale: 'all',
    limit: 1,
    pagination: false,
    depth: 0,
    ...(req.user ? { overrideAccess: false, user: req.user } : {}),
  });
  if (!docs[0]) return null;
  const { id, title } = known.parse(docs[0]);
  return { id, title: bestTitle(title, languageOf(req)) || id.slice(0, 8) };
};

/** The refusal `image-exists` (values: id and title of the image) of bytes that are in the archive already, else null. */
export const knownBytes = async (req: PayloadRequest, sha256: string): Promise<Failure | null> => {
  const found = await imageOfBytes(req, sha256);
  return found && new Failure('image-exists', { ...found });
};

/** The right to take some bytes in. */
export interface ClaimedBytes {
  readonly claim: Claim;
  /**
   * The image of these bytes where the store has none: a database without transactions may tell of a picture whose bytes were
   * not kept before the end came.
   */
  readonly bereft: KnownImage | null;
}

/**
 * Claims bytes that have arrived, so that no other process makes a record of them meanwhile.
 * @throws Failure `image-exists` where they are in the archive, as far as the person may know
 */
export const claimBytes = async (
  req: PayloadRequest,
  store: Pick<MasterReader, 'has'>,
  sha256: string,
): Promise<ClaimedBytes> => {
  const look = async (): Promise<KnownImage | null> => {
    const found = await imageOfBytes(req, sha256);
    if (found && (await store.has(sha256))) throw new Failure('image-exists', { ...found });
    return found;
  };
  // What is there already costs no claim
  await look();
  const claim = await takeClaim(req.payload, sha256);
  try {
    return { claim, bereft: await look() };
  } catch (cause) {
    await claim.giveBack();
    throw cause;
  }
};
