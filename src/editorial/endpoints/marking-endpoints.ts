import type { Endpoint } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import { clearances } from '#access/level.ts';
import { longest } from '#collections/fields/texts.ts';
import { Failure } from '#errors/failure.ts';
import { decisionSent } from '../legal/legal-bases.ts';
import { markingLaw } from '../legal/marking-law.ts';
import { cityDay } from '../translation/terms/city-day.ts';
import { languageOf } from '../words/language-of.ts';
import { extendTerm } from '../workflow/extend-term.ts';
import { raiseMarking } from '../workflow/raise-marking.ts';
import { inTransaction } from '../workflow/transaction.ts';
import { answering } from './after-error.ts';
import { readJson } from './read-json.ts';
import { idIn, signedIn } from './signed-in.ts';

const raise = z.strictObject({
  level: z.enum(clearances),
  compartments: z.array(z.string().max(60)).max(50).nullish(),
  basis: z.string().trim().min(1).max(longest.note),
  decision: decisionSent.nullish(),
});

/** `POST /api/markings/:id/raise`: a security officer marks a document higher, at once and everywhere. */
export const raiseEndpoint: Endpoint = {
  path: '/:id/raise',
  method: 'post',
  handler: answering(async (req) => {
    const viewer = signedIn(req);
    const { level, basis, compartments, decision } = await readJson(req, raise);
    const to = { level, basis, decision, compartments: compartments ?? [] };
    const { marking, followed } = await inTransaction(req, () => raiseMarking(req, viewer, idIn(req), to));
    return Response.json({ id: marking.id, level, compartments: to.compartments, alsoRaised: followed });
  }),
};

const extension = z.strictObject({
  until: z.string().max(10),
  officer: z.string().trim().min(1).max(200),
  basis: z.string().trim().min(1).max(longest.note),
});

/** `POST /api/markings/:id/extend`: a security officer writes down that a term goes on. */
export const extendEndpoint: Endpoint = {
  path: '/:id/extend',
  method: 'post',
  handler: answering(async (req) => {
    const viewer = signedIn(req);
    const sent = await readJson(req, extension);
    const protectedUntil = await inTransaction(req, () => extendTerm(req, viewer, idIn(req), sent));
    return Response.json({ protectedUntil });
  }),
};

/** `GET /api/markings/bases`: what a decision can rest upon, by level, in the person’s language, and which day it is in the city. */
export const basesEndpoint: Endpoint = {
  path: '/bases',
  method: 'get',
  handler: answering(async (req) => {
    const viewer = signedIn(req);
    const decision = decide(viewer, 'raise', { kind: 'marking' });
    if ('refuse' in decision) throw new Failure(decision.refuse);
    const { bases } = markingLaw(req.payload).legalBases;
    const language = languageOf(req);
    return Response.json({
      bases: bases.map(({ name, ...one }) => ({ ...one, name: name[language] })),
      today: cityDay(new Date()),
    });
  }),
};
