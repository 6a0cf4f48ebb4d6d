import type { Endpoint, PayloadRequest } from 'payload';
import { noteGlimpses } from '../../audit/note-reads.ts';
import { answering } from '../../endpoints/after-error.ts';
import { signedIn } from '../../endpoints/signed-in.ts';
import { failedOn } from '../../mail/digest-store.ts';
import { languageOf } from '../../words/language-of.ts';
import { cityDay } from '../terms/city-day.ts';
import { namedIn, waitingIn } from './inbox.ts';
import { readInbox } from './read-inbox.ts';

const headers = { 'Cache-Control': 'no-store' };

const inboxIn = (req: PayloadRequest) =>
  readInbox({ payload: req.payload, viewer: signedIn(req), locale: languageOf(req), now: new Date() });

/**
 * `GET /api/inbox`: what waits for the signed-in person; `GET /api/inbox/count`: how much.
 */
export const inboxEndpoints: readonly Endpoint[] = [
  {
    path: '/inbox',
    method: 'get',
    handler: answering(async (req) => {
      const inbox = await inboxIn(req);
      await noteGlimpses(req, namedIn(inbox));
      const mailFailed = await failedOn(req.payload, cityDay(new Date()), signedIn(req).id);
      return Response.json({ ...inbox, waiting: waitingIn(inbox), mailFailed }, { headers });
    }),
  },
  {
    path: '/inbox/count',
    method: 'get',
    handler: answering(async (req) => Response.json({ waiting: waitingIn(await inboxIn(req)) }, { headers })),
  },
];
