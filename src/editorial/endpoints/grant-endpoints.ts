import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { type Clearance, clearances } from '#access/level.ts';
import { longest } from '#collections/fields/texts.ts';
import { existing } from '../copies/copies.ts';
import { knownCopies } from '../copies/register.ts';
import { markingLaw } from '../legal/marking-law.ts';
import { askGrant, grantLapseDays, withdrawGrant } from '../people/grants/ask-grant.ts';
import { endGrants, endings } from '../people/grants/end-grants.ts';
import { giveGrant, refuseGrant } from '../people/grants/give-grant.ts';
import { type Grant, openGrant } from '../people/grants/grants.ts';
import { mayGrant, personFor } from '../people/grants/person-for.ts';
import { answering } from './after-error.ts';
import { readJson } from './read-json.ts';
import { idIn, signedIn } from './signed-in.ts';
import { whoSteps } from './who-steps.ts';

/** What a person holds and what waits for them, for somebody who may have a part in it. */
export interface GrantPanelAnswer {
  readonly held: {
    readonly clearance: Clearance;
    readonly compartments: readonly string[];
    /** Instant in UTC; null: without end. */
    readonly until: string | null;
    /** Whether its end is over: then it gives nothing. */
    readonly over: boolean;
  };
  readonly proposal:
    | (Pick<Grant, 'id' | 'clearance' | 'until' | 'reason' | 'askedName' | 'askedAt' | 'lapsesAt'> & {
        readonly compartments: readonly string[];
      })
    | null;
  /** Copies that they hold, of those that the asker may know of. */
  readonly copies: number;
  /** Compartments that there are. */
  readonly compartments: readonly string[];
  /** Days for which a proposal that is made now waits. */
  readonly days: number;
  readonly may: {
    readonly ask: boolean;
    readonly withdraw: boolean;
    readonly agree: boolean;
    readonly end: boolean;
  };
}

const reason = z.string().trim().min(1).max(longest.note);
const proposal = z.string().min(1).max(64);

const asking = z.strictObject({
  clearance: z.enum(clearances),
  compartments: z.array(z.string().max(60)).max(50).default([]),
  until: z.iso.date(),
  reason,
});
const giving = z.strictObject({ proposal, reason: z.string().trim().max(longest.note).default('') });
const refusing = z.strictObject({ proposal, reason });
const withdrawing = z.strictObject({ proposal });
const ending = z.strictObject({ how: z.enum(endings), reason });

const asAnswer = (open: Grant | null): GrantPanelAnswer['proposal'] => {
  if (!open) return null;
  const { id, clearance, compartments, until, askedName, askedAt, lapsesAt } = open;
  return { id, clearance, compartments, until, reason: open.reason, askedName, askedAt, lapsesAt };
};

const answerGrants = async (req: PayloadRequest): Promise<Response> => {
  const viewer = signedIn(req);
  const id = idIn(req);
  const held = await personFor(req, viewer, ['ask-grant', 'agree-grant'], id);
  const open = await openGrant(req, id);
  const asks = mayGrant(viewer, 'ask-grant', id);
  const answer: GrantPanelAnswer = {
    held: {
      ...{ clearance: held.clearance, compartments: held.compartments, until: held.until?.toISOString() ?? null },
      over: held.until !== null && held.until < new Date(),
    },
    proposal: asAnswer(open),
    copies: (await knownCopies(req, viewer, { and: [{ holder: { equals: id } }, existing] })).length,
    compartments: markingLaw(req.payload).compartments,
    days: grantLapseDays,
    may: {
      ask: open === null && asks,
      withdraw: open !== null && asks,
      agree: open !== null && open.askedBy !== viewer.id && mayGrant(viewer, 'agree-grant', id),
      end: mayGrant(viewer, 'end-grants', id),
    },
  };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
};

const ask = async (req: PayloadRequest): Promise<Response> => {
  const viewer = whoSteps(req);
  return Response.json({ proposal: await askGrant(req, viewer, idIn(req), await readJson(req, asking)) });
};

const done = Response.json.bind(null, { done: true });

const give = async (req: PayloadRequest): Promise<Response> => {
  const viewer = whoSteps(req);
  await giveGrant(req, viewer, idIn(req), await readJson(req, giving));
  return done();
};

const refuse = async (req: PayloadRequest): Promise<Response> => {
  await refuseGrant(req, signedIn(req), idIn(req), await readJson(req, refusing));
  return done();
};

const withdraw = async (req: PayloadRequest): Promise<Response> => {
  await withdrawGrant(req, signedIn(req), idIn(req), (await readJson(req, withdrawing)).proposal);
  return done();
};

const end = async (req: PayloadRequest): Promise<Response> => {
  await endGrants(req, signedIn(req), idIn(req), await readJson(req, ending));
  return done();
};

const at = (method: 'get' | 'post', path: string, handle: (req: PayloadRequest) => Promise<Response>): Endpoint => ({
  path,
  method,
  handler: answering(handle),
});

/** `GET /api/users/:id/grants`, `POST …/ask-grant`, `…/give-grant`, `…/refuse-grant`, `…/withdraw-grant`, `…/end-grants`. */
export const grantEndpoints: readonly Endpoint[] = [
  at('get', '/:id/grants', answerGrants),
  at('post', '/:id/ask-grant', ask),
  at('post', '/:id/give-grant', give),
  at('post', '/:id/refuse-grant', refuse),
  at('post', '/:id/withdraw-grant', withdraw),
  at('post', '/:id/end-grants', end),
];
