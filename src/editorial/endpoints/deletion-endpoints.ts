import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Action } from '#access/rules.ts';
import type { Viewer } from '#access/viewer.ts';
import { askDeletion, withdrawDeletion } from '../archive/deletion/ask.ts';
import { confirmDeletion } from '../archive/deletion/confirm.ts';
import { type Deletion, openDeletion } from '../archive/deletion/deletions.ts';
import { liftHold, setHold } from '../archive/deletion/hold.ts';
import { type Hold, holdOn } from '../archive/deletion/holds.ts';
import { pictureFor } from '../archive/deletion/picture-for.ts';
import { answering } from './after-error.ts';
import { readJson } from './read-json.ts';
import { idIn, signedIn } from './signed-in.ts';

/** Days between question and answer where the installation says nothing. */
const usualTerm = 30;

/** How the deletion of a picture stands, for somebody who may see the picture. */
export interface DeletionAnswer {
  readonly request: Pick<Deletion, 'id' | 'askedBy' | 'askedName' | 'askedAt' | 'reason' | 'dueAt'> | null;
  readonly hold: Pick<Hold, 'setBy' | 'setName' | 'setAt' | 'reason'> | null;
  /** Days of the term of a request that is made now. */
  readonly days: number;
  /** What the person may do now; whether it is granted then is another matter. */
  readonly may: {
    readonly ask: boolean;
    readonly withdraw: boolean;
    readonly confirm: boolean;
    readonly hold: boolean;
  };
}

const privately = { headers: { 'Cache-Control': 'private, no-store' } };

const reason = z.string().trim().min(1).max(2000);
const withReason = z.strictObject({ reason });
const confirming = z.strictObject({
  request: z.string().min(1).max(64),
  reason: z.string().trim().max(2000).default(''),
});

const may = (viewer: Viewer, action: Action): boolean => !('refuse' in decide(viewer, action, { kind: 'image' }));

const answerDeletion =
  (days: number) =>
  async (req: PayloadRequest): Promise<Response> => {
    const viewer = signedIn(req);
    const { id } = await pictureFor(req, viewer, ['read'], idIn(req));
    const [open, hold] = [await openDeletion(req, id), await holdOn(req, id)];
    const answer: DeletionAnswer = {
      request: open && {
        ...{ id: open.id, askedBy: open.askedBy, askedName: open.askedName, askedAt: open.askedAt },
        ...{ reason: open.reason, dueAt: open.dueAt },
      },
      hold: hold && { setBy: hold.setBy, setName: hold.setName, setAt: hold.setAt, reason: hold.reason },
      days,
      may: {
        ask: open === null && may(viewer, 'ask-deletion'),
        withdraw: open !== null && (may(viewer, 'ask-deletion') || may(viewer, 'confirm-deletion')),
        confirm: open !== null && open.askedBy !== viewer.id && may(viewer, 'confirm-deletion'),
        hold: may(viewer, 'hold'),
      },
    };
    return Response.json(answer, privately);
  };

/** An act for which somebody gives a reason. */
const reasoned =
  (act: (req: PayloadRequest, viewer: Viewer, id: string, reason: string) => Promise<unknown>) =>
  async (req: PayloadRequest): Promise<Response> => {
    const viewer = signedIn(req);
    const { reason: why } = await readJson(req, withReason);
    await act(req, viewer, idIn(req), why);
    return Response.json({ done: true });
  };

const confirm = async (req: PayloadRequest): Promise<Response> => {
  const viewer = signedIn(req);
  await confirmDeletion(req, viewer, idIn(req), await readJson(req, confirming));
  return Response.json({ done: true });
};

const post = (path: string, handle: (req: PayloadRequest) => Promise<Response>): Endpoint => ({
  path,
  method: 'post',
  handler: answering(handle),
});

/** `GET /api/images/:id/deletion`, `POST …/deletion/ask`, `…/withdraw`, `…/confirm`, `…/hold`, `…/hold/lift`. */
export const deletionEndpoints = (days: number = usualTerm): Endpoint[] => [
  { path: '/:id/deletion', method: 'get', handler: answering(answerDeletion(days)) },
  post(
    '/:id/deletion/ask',
    reasoned((req, viewer, id, why) => askDeletion(req, viewer, id, why, days)),
  ),
  post('/:id/deletion/withdraw', reasoned(withdrawDeletion)),
  post('/:id/deletion/confirm', confirm),
  post('/:id/hold', reasoned(setHold)),
  post('/:id/hold/lift', reasoned(liftHold)),
];
