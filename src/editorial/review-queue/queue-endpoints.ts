import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { covers } from '#access/decide.ts';
import { type Clearance, clearances, rankOf, readSeal, stateSecrets } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { noteReads } from '../audit/note-reads.ts';
import { count, list, readParameters } from '../beside/read-parameters.ts';
import { answering } from '../endpoints/after-error.ts';
import type { OpeningAnswer } from '../endpoints/lowering-endpoints.ts';
import { readJson } from '../endpoints/read-json.ts';
import { signedIn } from '../endpoints/signed-in.ts';
import { whoSteps } from '../endpoints/who-steps.ts';
import { markingLaw } from '../legal/marking-law.ts';
import { lapseDays } from '../workflow/lowering/ask-lowering.ts';
import { markingFor, mayTake, type Part } from '../workflow/lowering/marking-for.ts';
import { namesOf } from '../workflow/lowering/opening-names.ts';
import { whatOpens } from '../workflow/lowering/what-opens.ts';
import { judge } from '../workflow/raise-marking.ts';
import { agreeOne, proposeOne, raiseOne, refuseOne } from './decide-picture.ts';
import { eachInTurn } from './each-in-turn.ts';
import { openFileHints } from './file-hints.ts';
import { countQueue, type Place, readProposals, readUnreviewed, sealsToReview } from './queue-rows.ts';
import { agreeing, mostAtOnce, proposing, raising, refusing } from './sent.ts';
import { type ToldPicture, tellPictures } from './told-pictures.ts';

/** A picture of the queue, and what was proposed for it. */
export interface QueuePicture extends ToldPicture {
  readonly marking: string;
  readonly request: {
    readonly id: string;
    readonly level: string;
    readonly reason: string;
    readonly askedName: string | null;
    readonly lapsesAt: string;
  } | null;
}

/** What `GET /api/images/review-queue/pictures` and `…/proposals` answer. */
export interface QueueAnswer {
  readonly pictures: readonly QueuePicture[];
  /** Where the next page begins; null: there is none. */
  readonly next: string | null;
  /** Of the whole queue, with the first page alone. */
  readonly counts: { readonly pictures: number; readonly proposals: number } | null;
  /** Levels that the person may give, from open to closed. */
  readonly levels: readonly Clearance[];
  readonly days: number;
}

/** What would become readable of each marking, by its id. */
export interface OpeningsAnswer {
  readonly openings: Readonly<Record<string, OpeningAnswer>>;
}

const headers = { 'Cache-Control': 'private, no-store' };

/** Names of parameters of these addresses beside the usual ones. */
export const queueParameters: readonly string[] = ['markings', 'pictures'];

const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[\w-]{1,64}$/)
  .transform((text): Place => ({ at: text.slice(0, text.indexOf('_')), id: text.slice(text.indexOf('_') + 1) }));
const paged = z.strictObject({
  after: cursor.nullable().default(null),
  limit: count(mostAtOnce)
    .refine((limit) => limit > 0)
    .default(100),
});
const named = z.strictObject({ markings: list });
const shown = z.strictObject({ pictures: list });

const both = ['ask-lowering', 'agree-lowering'] as const;

/** @throws Failure `forbidden` for whoever has no such part in any marking */
const mayHave = (viewer: Viewer, parts: readonly Part[]): Viewer => {
  if (!parts.some((part) => mayTake(viewer, part))) throw new Failure('forbidden');
  return viewer;
};

const levelsFor = ({ payload }: PayloadRequest, viewer: Viewer): Clearance[] => {
  const { profile } = markingLaw(payload);
  return clearances.filter(
    (level) =>
      level !== 'public' &&
      rankOf(level) <= rankOf(viewer.clearance) &&
      (profile === 'isolated' || !stateSecrets.includes(level)),
  );
};

type Listed = readonly {
  readonly marking: string;
  readonly image: string;
  readonly request: QueuePicture['request'];
}[];

const answerPage = async (
  req: PayloadRequest,
  viewer: Viewer,
  listed: Listed,
  { next, isFirst }: { readonly next: Place | null; readonly isFirst: boolean },
): Promise<Response> => {
  const told = await tellPictures(
    req,
    listed.map(({ image }) => image),
  );
  const answer: QueueAnswer = {
    pictures: listed.flatMap(({ image, marking, request }) => {
      const picture = told.get(image);
      return picture ? [{ ...picture, marking, request }] : [];
    }),
    next: next && `${next.at}_${next.id}`,
    counts: isFirst ? await countQueue(req, viewer) : null,
    levels: levelsFor(req, viewer),
    days: lapseDays,
  };
  return Response.json(answer, { headers });
};

const answerPictures = async (req: PayloadRequest): Promise<Response> => {
  const viewer = mayHave(signedIn(req), ['ask-lowering']);
  const { after, limit } = readParameters(req.searchParams, paged);
  const { rows, next } = await readUnreviewed(req, await sealsToReview(req, viewer), after, limit);
  const listed = rows.map(({ marking, image }) => ({ marking, image, request: null }));
  return answerPage(req, viewer, listed, { next, isFirst: after === null });
};

const answerProposals = async (req: PayloadRequest): Promise<Response> => {
  const viewer = mayHave(signedIn(req), ['agree-lowering']);
  const { after, limit } = readParameters(req.searchParams, paged);
  const { rows, next } = await readProposals(req, viewer, after, limit);
  const listed = rows.map(({ id, marking, subjectId, to, reason, askedName, lapsesAt }) => {
    const request = { id, level: readSeal(to)?.level ?? '', reason, askedName, lapsesAt };
    return { marking, image: subjectId, request };
  });
  return answerPage(req, viewer, listed, { next, isFirst: after === null });
};

/** Markings that are gone, or above somebody's clearance by now, are left out: deciding about them says why. */
const answerOpenings = async (req: PayloadRequest): Promise<Response> => {
  const viewer = mayHave(signedIn(req), both);
  const { markings } = readParameters(req.searchParams, named);
  const openings: Record<string, OpeningsAnswer['openings'][string]> = {};
  for (const id of new Set(markings)) {
    const marking = await markingFor(req, viewer, both, id).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'not-found') return null;
      throw error;
    });
    if (!marking) continue;
    const { documents, named, fingerprint } = await whatOpens(req, marking);
    for (const one of documents) await noteReads(req, one.collection, [one.id], 'open');
    openings[id] = { documents, names: await namesOf(req, named), fingerprint };
  }
  return Response.json({ openings } satisfies OpeningsAnswer, { headers });
};

const raise = async (req: PayloadRequest): Promise<Response> => {
  const viewer = mayHave(signedIn(req), ['ask-lowering']);
  const sent = await readJson(req, raising);
  const { level, compartments, reason, decision } = sent;
  if (!covers(viewer, { level, compartments })) throw new Failure('field-invalid', { field: 'level' });
  // What is wrong with the decision itself is said once, before anything has changed
  judge(req, { level, compartments, basis: reason, decision });
  return eachInTurn(req, { act: 'raise', items: sent.items, one: raiseOne(sent) });
};

const propose = async (req: PayloadRequest): Promise<Response> => {
  mayHave(whoSteps(req), ['ask-lowering']);
  const sent = await readJson(req, proposing);
  return eachInTurn(req, { act: 'propose', items: sent.items, one: proposeOne(sent) });
};

const agree = async (req: PayloadRequest): Promise<Response> => {
  mayHave(whoSteps(req), ['agree-lowering']);
  const sent = await readJson(req, agreeing);
  return eachInTurn(req, { act: 'agree', items: sent.items, one: agreeOne(sent) });
};

const refuse = async (req: PayloadRequest): Promise<Response> => {
  mayHave(signedIn(req), ['agree-lowering']);
  const sent = await readJson(req, refusing);
  return eachInTurn(req, { act: 'refuse', items: sent.items, one: refuseOne(sent) });
};

/**
 * Below `/api/images/review-queue`: `GET pictures` (of which nobody has said what they are), `proposals` (of others, to mark some of
 * them lower), `openings` (what would become readable) and `metadata` (words of secrecy in files); `POST raise`, `propose`,
 * `agree` and `refuse`, each about up to 200 pictures at once.
 */
export const queueEndpoints = (decoders: Pick<Decoders, 'embedded'>): Endpoint[] => {
  const fileHints = openFileHints(decoders);
  const metadata = async (req: PayloadRequest): Promise<Response> => {
    mayHave(signedIn(req), both);
    const { pictures } = readParameters(req.searchParams, shown);
    return Response.json({ hints: await fileHints(req, pictures) }, { headers });
  };
  const at = (method: 'get' | 'post', name: string, handle: (req: PayloadRequest) => Promise<Response>): Endpoint => ({
    path: `/review-queue/${name}`,
    method,
    handler: answering(handle),
  });
  return [
    at('get', 'pictures', answerPictures),
    at('get', 'proposals', answerProposals),
    at('get', 'openings', answerOpenings),
    at('get', 'metadata', metadata),
    at('post', 'raise', raise),
    at('post', 'propose', propose),
    at('post', 'agree', agree),
    at('post', 'refuse', refuse),
  ];
};
