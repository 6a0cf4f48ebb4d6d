import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { longest } from '#collections/fields/texts.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { retentionKinds } from '../../legal/retention.ts';
import { agreeRemoval, refuseRemoval } from '../removal/agree-removal.ts';
import { askRemoval, withdrawRemoval } from '../removal/ask-removal.ts';
import { answerTake } from './answer-take.ts';
import { type Auditing, stepping } from './auditor-of.ts';
import { logDoor } from './door.ts';
import { logPanel } from './log-panel.ts';

const request = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(longest.note);

const asking = z.strictObject({ kinds: z.array(z.enum(retentionKinds)).min(1).max(retentionKinds.length), reason });
const agreeing = z.strictObject({ request, reason: z.string().trim().max(longest.note).default('') });
const refusing = z.strictObject({ request, reason });
const withdrawing = z.strictObject({ request });

const done = Response.json.bind(null, { done: true });

const ask = async (req: PayloadRequest, auditing: Auditing): Promise<Response> => {
  stepping(req, auditing);
  return Response.json({ request: await askRemoval(req, auditing, await readJson(req, asking)) });
};

const agree = async (req: PayloadRequest, auditing: Auditing): Promise<Response> => {
  stepping(req, auditing);
  await agreeRemoval(req, auditing, await readJson(req, agreeing));
  return done();
};

const refuse = async (req: PayloadRequest, auditing: Auditing): Promise<Response> => {
  await refuseRemoval(req, auditing, await readJson(req, refusing));
  return done();
};

const withdraw = async (req: PayloadRequest, auditing: Auditing): Promise<Response> => {
  await withdrawRemoval(req, auditing, (await readJson(req, withdrawing)).request);
  return done();
};

const panel = async (req: PayloadRequest, auditing: Auditing): Promise<Response> =>
  Response.json(await logPanel(req, auditing), { headers: { 'Cache-Control': 'private, no-store' } });

/**
 * `GET /api/audit-log`: for how long lines are kept and what is over that; `POST …/take`: lines as a file; `…/ask-removal`,
 * `…/agree-removal`, `…/refuse-removal`, `…/withdraw-removal`: two people about the removal of what is over its term.
 */
export const auditLogEndpoints: readonly Endpoint[] = [
  logDoor('get', '/audit-log', panel),
  logDoor('post', '/audit-log/take', answerTake),
  logDoor('post', '/audit-log/ask-removal', ask),
  logDoor('post', '/audit-log/agree-removal', agree),
  logDoor('post', '/audit-log/refuse-removal', refuse),
  logDoor('post', '/audit-log/withdraw-removal', withdraw),
];
