import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { commentBounds } from '#collections/comments.ts';
import { answering } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { signedIn } from '../../endpoints/signed-in.ts';
import { type Opened, open } from '../acts/opened.ts';
import { placeIn } from '../place-in.ts';
import { markRead } from './notices.ts';
import { answerThread, beginThread, settleThread, threadNamed } from './say.ts';
import { tellComments } from './tell-comments.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };

const id = z.string().min(1).max(64);
const said = {
  text: z.string().trim().min(1).max(commentBounds.text),
  mentions: z.array(id).max(commentBounds.mentions).default([]),
};
const first = z.strictObject({ ...said, segment: z.string().min(1).max(100) });
const answer = z.strictObject(said);
const settled = z.strictObject({ settled: z.boolean() });
const read = z.strictObject({ seen: z.iso.datetime() });

const path = '/translation/:collection/:id/:locale/comments';

const threadIn = (req: PayloadRequest): string => String(req.routeParams?.thread ?? '');

const doing = <T>(
  more: string,
  schema: z.ZodType<T>,
  act: (opened: Opened, asked: T) => Promise<unknown>,
): Endpoint => ({
  path: `${path}${more}`,
  method: 'post',
  handler: answering(async (req) => {
    const viewer = signedIn(req);
    const place = placeIn(req);
    const asked = await readJson(req, schema);
    const opened = await open(req, viewer, place);
    await act(opened, asked);
    return Response.json(await tellComments(opened), noStore);
  }),
});

/**
 * Doors of what people say to each other about passages: `GET` and `POST …/:locale/comments`, and of one conversation
 * `POST …/comments/:thread`, `…/settle` and `…/read`. All answer with everything that is said of the language.
 */
export const commentEndpoints: readonly Endpoint[] = [
  {
    path,
    method: 'get',
    handler: answering(async (req) => {
      const viewer = signedIn(req);
      return Response.json(await tellComments(await open(req, viewer, placeIn(req))), noStore);
    }),
  },
  doing('', first, (opened, { segment, ...words }) => beginThread(opened, segment, words)),
  doing('/:thread', answer, (opened, words) => answerThread(opened, threadIn(opened.req), words)),
  doing('/:thread/settle', settled, (opened, asked) => settleThread(opened, threadIn(opened.req), asked.settled)),
  doing('/:thread/read', read, async (opened, { seen }) => {
    const { first: begun } = await threadNamed(opened, threadIn(opened.req));
    await markRead(opened.req, begun.id, opened.viewer.id, seen);
  }),
];
