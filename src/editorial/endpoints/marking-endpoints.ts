import type { Endpoint } from 'payload';
import { z } from 'zod';
import { clearances } from '#access/level.ts';
import { longest } from '#collections/fields/texts.ts';
import { raiseMarking } from '../workflow/raise-marking.ts';
import { inTransaction } from '../workflow/transaction.ts';
import { answering } from './after-error.ts';
import { readJson } from './read-json.ts';
import { idIn, signedIn } from './signed-in.ts';

const raise = z.strictObject({
  level: z.enum(clearances),
  compartments: z.array(z.string().max(60)).max(50).nullish(),
  basis: z.string().trim().min(1).max(longest.note),
});

/** `POST /api/markings/:id/raise`: a security officer marks a document higher, at once and everywhere. */
export const raiseEndpoint: Endpoint = {
  path: '/:id/raise',
  method: 'post',
  handler: answering(async (req) => {
    const viewer = signedIn(req);
    const { level, basis, compartments } = await readJson(req, raise);
    const to = { level, basis, compartments: compartments ?? [] };
    const { marking, followed } = await inTransaction(req, () => raiseMarking(req, viewer, idIn(req), to));
    return Response.json({ id: marking.id, level, compartments: to.compartments, alsoRaised: followed });
  }),
};
