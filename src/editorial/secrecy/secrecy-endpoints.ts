import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { longest } from '#collections/fields/texts.ts';
import { Failure } from '#errors/failure.ts';
import { answering } from '../endpoints/after-error.ts';
import { readJson } from '../endpoints/read-json.ts';
import { idIn, signedIn } from '../endpoints/signed-in.ts';
import { decideCase, decidesSecrecy, type SecrecyDecision } from './decide-case.ts';
import { openCases, type ToldCase } from './told-cases.ts';

/** What `GET /api/secrecy/cases` answers. */
export interface CasesAnswer {
  readonly cases: readonly ToldCase[];
}

const decision = z.strictObject({
  reason: z.string().trim().min(1).max(longest.note),
  /** How the case stood when the person decided. */
  seen: z.enum(['waiting', 'stays']),
});

const list = async (req: PayloadRequest): Promise<Response> => {
  if (!decidesSecrecy(signedIn(req))) throw new Failure('forbidden');
  const answer: CasesAnswer = { cases: await openCases(req.payload) };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
};

const deciding =
  (state: SecrecyDecision['state']) =>
  async (req: PayloadRequest): Promise<Response> => {
    const viewer = signedIn(req);
    const sent = await readJson(req, decision);
    await decideCase(req, viewer, idIn(req), { state, ...sent });
    return Response.json({ done: true });
  };

/** `GET /api/secrecy/cases`: what the gate keeps in for words of secrecy; `POST …/:id/let-go` and `…/keep-in`: an officer decides. */
export const secrecyEndpoints: readonly Endpoint[] = [
  { path: '/secrecy/cases', method: 'get', handler: answering(list) },
  { path: '/secrecy/cases/:id/let-go', method: 'post', handler: answering(deciding('may-go')) },
  { path: '/secrecy/cases/:id/keep-in', method: 'post', handler: answering(deciding('stays')) },
];
