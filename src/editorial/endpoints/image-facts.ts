import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { Technical } from '#media/pixels/technical.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { type Use, usesOf } from '../archive/uses.ts';
import { readMaster } from './image-master.ts';
import { idIn, signedIn } from './signed-in.ts';

/** Texts that show a picture, as far as the person may see them. */
export interface UsesAnswer {
  readonly uses: readonly Use[];
}

/** `GET /api/images/:id/uses`: the texts that show a picture, as far as the person may see them. */
export const answerUses = async (req: PayloadRequest): Promise<Response> => {
  await readMaster(req);
  const answer: UsesAnswer = { uses: await usesOf(req, idIn(req)) };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
};

const stored = z.looseObject({
  createdAt: z.string(),
  createdBy: z.looseObject({ name: z.string().nullish() }).nullish().catch(null),
  master: z.looseObject({
    sha256: z.string(),
    bytes: z.number().nullish(),
    type: z.string(),
    width: z.number().nullish(),
    height: z.number().nullish(),
    pages: z.number().nullish(),
    filename: z.string().nullish(),
  }),
  origin: z.looseObject({ sha256: z.string().nullish() }).nullish(),
});

/** What the archive knows of a picture’s file. */
export interface FileFacts {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  readonly filename: string | null;
  /** When it was stored. */
  readonly storedAt: string;
  /** Who brought it; null: a program, or somebody whom the person may not see. */
  readonly storedBy: string | null;
  /** Whether it came in a bag of another archive. */
  readonly bag: boolean;
  /** From its header; null where it cannot be shown, or is damaged. */
  readonly technical: Technical | null;
}

/** The facts stand even where the master is damaged or gone: then its header is what nobody can read. */
const technicalOf = async (decoders: Pick<Decoders, 'technical'>, sha256: string): Promise<Technical | null> => {
  try {
    return await decoders.technical(sha256);
  } catch (cause) {
    if (cause instanceof Failure) return null;
    throw cause;
  }
};

/** `GET /api/images/:id/technical`, under the very rule of the record. */
export const answerTechnical = async (
  req: PayloadRequest,
  decoders: Pick<Decoders, 'technical'>,
): Promise<Response> => {
  signedIn(req);
  const found: unknown = await req.payload.findByID({
    collection: 'images',
    id: idIn(req),
    depth: 1,
    select: { master: true, origin: true, createdBy: true, createdAt: true },
    populate: { users: { name: true } },
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  });
  const read = stored.safeParse(found);
  if (!read.success) throw new Failure('not-found');
  const { createdAt, createdBy, master, origin } = read.data;
  const { sha256, type, bytes = null, width = null, height = null, pages = null, filename = null } = master;
  const facts: FileFacts = {
    ...{ sha256, type, bytes, width, height, pages, filename },
    ...{ storedAt: createdAt, storedBy: createdBy?.name ?? null, bag: Boolean(origin?.sha256) },
    technical: await technicalOf(decoders, sha256),
  };
  return Response.json(facts, { headers: { 'Cache-Control': 'private, no-store' } });
};
