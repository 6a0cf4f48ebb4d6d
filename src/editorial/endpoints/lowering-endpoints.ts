import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { clearances, isAtLeast, type Level, readSeal } from '#access/level.ts';
import { longest } from '#collections/fields/texts.ts';
import { noteReads } from '../audit/note-reads.ts';
import { agreeLowering, refuseLowering } from '../workflow/lowering/agree-lowering.ts';
import { askLowering, lapseDays, takeBackLowering } from '../workflow/lowering/ask-lowering.ts';
import { takesTwo } from '../workflow/lowering/lowering-law.ts';
import { type Lowering, openLowering } from '../workflow/lowering/lowerings.ts';
import { markingFor, mayTake } from '../workflow/lowering/marking-for.ts';
import { namesOf, type OpeningNames } from '../workflow/lowering/opening-names.ts';
import { type OpeningDocument, whatOpens } from '../workflow/lowering/what-opens.ts';
import { answering } from './after-error.ts';
import { readJson } from './read-json.ts';
import { idIn, signedIn } from './signed-in.ts';
import { whoSteps } from './who-steps.ts';

/** How the lowering of a marking stands, for somebody who may have a part in it. */
export interface LoweringAnswer {
  readonly request:
    | (Pick<Lowering, 'id' | 'askedBy' | 'askedName' | 'askedAt' | 'lapsesAt' | 'reason'> & {
        readonly level: Level;
        readonly compartments: readonly string[];
      })
    | null;
  /** Levels to which it can be lowered, the highest first; public is no level to lower to, for that is a release. */
  readonly levels: readonly Level[];
  /** Days for which a request that is made now waits. */
  readonly days: number;
  readonly may: { readonly ask: boolean; readonly takeBack: boolean; readonly agree: boolean };
}

/** What would become readable, and what the person has to send along to say that they saw it. */
export interface OpeningAnswer {
  readonly documents: readonly OpeningDocument[];
  readonly names: OpeningNames;
  readonly fingerprint: string;
}

const privately = { headers: { 'Cache-Control': 'private, no-store' } };

/** Below it there is only what a release makes of it. */
const lowest = clearances.filter((level) => level !== 'public');

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const request = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(longest.note);

const asking = z.strictObject({
  level: z.enum(lowest),
  compartments: z.array(z.string().max(60)).max(50).nullish(),
  ...{ reason, fingerprint },
});
const agreeing = z.strictObject({ request, fingerprint, reason: z.string().trim().max(longest.note).default('') });
const refusing = z.strictObject({ request, reason });
const takingBack = z.strictObject({ request });

const asAnswer = (open: Lowering | null): LoweringAnswer['request'] => {
  const to = open && readSeal(open.to);
  if (!open || !to) return null;
  const { id, askedBy, askedName, askedAt, lapsesAt } = open;
  return { id, askedBy, askedName, askedAt, lapsesAt, reason: open.reason, ...to };
};

const either = ['ask-lowering', 'agree-lowering'] as const;

const answerLowering = async (req: PayloadRequest): Promise<Response> => {
  const viewer = signedIn(req);
  const marking = await markingFor(req, viewer, either, idIn(req));
  const open = await openLowering(req, marking.id, new Date());
  const asks = mayTake(viewer, 'ask-lowering', marking);
  const levels = lowest.filter((level) => isAtLeast(marking, { level, compartments: [] }));
  const answer: LoweringAnswer = {
    request: asAnswer(open),
    levels: takesTwo(marking) ? levels.toReversed() : [],
    days: lapseDays,
    may: {
      ask: open === null && asks && takesTwo(marking),
      takeBack: open !== null && asks,
      agree: open !== null && open.askedBy !== viewer.id && mayTake(viewer, 'agree-lowering', marking),
    },
  };
  return Response.json(answer, privately);
};

const answerOpening = async (req: PayloadRequest): Promise<Response> => {
  const marking = await markingFor(req, signedIn(req), either, idIn(req));
  const { documents, named, fingerprint: seen } = await whatOpens(req, marking);
  for (const { collection, id } of documents) await noteReads(req, collection, [id], 'open');
  const answer: OpeningAnswer = { documents, names: await namesOf(req, named), fingerprint: seen };
  return Response.json(answer, privately);
};

const ask = async (req: PayloadRequest): Promise<Response> => {
  const viewer = whoSteps(req);
  const sent = await readJson(req, asking);
  const id = await askLowering(req, viewer, idIn(req), { ...sent, compartments: sent.compartments ?? [] });
  return Response.json({ request: id });
};

const agree = async (req: PayloadRequest): Promise<Response> => {
  const viewer = whoSteps(req);
  return Response.json(await agreeLowering(req, viewer, idIn(req), await readJson(req, agreeing)));
};

const refuse = async (req: PayloadRequest): Promise<Response> => {
  await refuseLowering(req, signedIn(req), idIn(req), await readJson(req, refusing));
  return Response.json({ done: true });
};

const takeBack = async (req: PayloadRequest): Promise<Response> => {
  await takeBackLowering(req, signedIn(req), idIn(req), (await readJson(req, takingBack)).request);
  return Response.json({ done: true });
};

const at = (method: 'get' | 'post', path: string, handle: (req: PayloadRequest) => Promise<Response>): Endpoint => ({
  path,
  method,
  handler: answering(handle),
});

/** `GET /api/markings/:id/lowering` and `…/opens`, `POST …/propose`, `…/agree`, `…/refuse`, `…/take-back`. */
export const loweringEndpoints: readonly Endpoint[] = [
  at('get', '/:id/lowering', answerLowering),
  at('get', '/:id/lowering/opens', answerOpening),
  at('post', '/:id/lowering/propose', ask),
  at('post', '/:id/lowering/agree', agree),
  at('post', '/:id/lowering/refuse', refuse),
  at('post', '/:id/lowering/take-back', takeBack),
];
