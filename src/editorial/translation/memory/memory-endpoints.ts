import type { Endpoint } from 'payload';
import { answering } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { signedIn } from '../../endpoints/signed-in.ts';
import { matchesFor, phrasesFor } from './ask-memory.ts';
import { readPhraseQuestion, readTextQuestion, segmentQuestion } from './memory-question.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };

/**
 * `POST /api/translation/memory` with a segment, `GET /api/translation/memory?text=…&from=…&to=…` with words alone, and
 * `GET /api/translation/concordance?q=…&from=…&to=…`: translation memory, always for the clearance of whoever asks.
 */
export const memoryEndpoints: readonly Endpoint[] = [
  {
    path: '/translation/memory',
    method: 'post',
    handler: answering(async (req) => {
      const viewer = signedIn(req);
      return Response.json({ matches: await matchesFor(req, viewer, await readJson(req, segmentQuestion)) }, noStore);
    }),
  },
  {
    path: '/translation/memory',
    method: 'get',
    handler: answering(async (req) => {
      const viewer = signedIn(req);
      return Response.json({ matches: await matchesFor(req, viewer, readTextQuestion(req.searchParams)) }, noStore);
    }),
  },
  {
    path: '/translation/concordance',
    method: 'get',
    handler: answering(async (req) => {
      const viewer = signedIn(req);
      return Response.json({ found: await phrasesFor(req, viewer, readPhraseQuestion(req.searchParams)) }, noStore);
    }),
  },
];
