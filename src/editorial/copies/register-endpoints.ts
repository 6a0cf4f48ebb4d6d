import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Viewer } from '#access/viewer.ts';
import { longest } from '#collections/fields/texts.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { answering } from '../endpoints/after-error.ts';
import { readJson } from '../endpoints/read-json.ts';
import { signedIn } from '../endpoints/signed-in.ts';
import { whoSteps } from '../endpoints/who-steps.ts';
import { takingDoor } from '../endpoints/who-takes.ts';
import { readAskedCopies } from './asked-copies.ts';
import { holdersFor } from './holders.ts';
import { confirmDestroyed, destroyCopy, moveCopy, returnCopy, stillThere } from './keep-copies.ts';
import { readRegister } from './register.ts';
import { registerCsv } from './register-csv.ts';

const privately = { 'Cache-Control': 'private, no-store' };

const place = z.string().trim().min(1).max(200);
const moving = z.strictObject({ place, holder: z.string().max(64).nullish() });
const returning = z.strictObject({ place });
const destroying = z.strictObject({ how: z.string().trim().min(1).max(longest.note) });
const nothing = z.strictObject({});

const linesFor = async (req: PayloadRequest) => readRegister(req, signedIn(req), readAskedCopies(req.searchParams));

const list = async (req: PayloadRequest): Promise<Response> =>
  Response.json({ copies: await linesFor(req) }, { headers: privately });

/** A file leaves the studio: whoever takes it has proven themselves a moment ago, and the audit log says so before anything is sent. */
const csv = async (req: PayloadRequest): Promise<Response> => {
  whoSteps(req);
  const lines = await linesFor(req);
  await writeAudit(req, { action: 'export', collection: 'copies', documentId: null });
  const attached = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="copies.csv"',
  };
  return new Response(registerCsv(req, lines), { headers: { ...privately, ...attached } });
};

const numberIn = ({ routeParams }: PayloadRequest): number => {
  const number = String(routeParams?.id ?? '');
  if (!/^[1-9]\d{0,11}$/.test(number)) throw new Failure('not-found');
  return Number(number);
};

const holders = async (req: PayloadRequest): Promise<Response> =>
  Response.json({ holders: await holdersFor(req, signedIn(req), numberIn(req)) }, { headers: privately });

type Act<T> = (req: PayloadRequest, viewer: Viewer, number: number, sent: T) => Promise<void>;

const act = <T>(path: string, schema: z.ZodType<T>, work: Act<T>): Endpoint => ({
  path: `/copy-register/:id/${path}`,
  method: 'post',
  handler: answering(async (req) => {
    const viewer = signedIn(req);
    const number = numberIn(req);
    await work(req, viewer, number, await readJson(req, schema));
    return Response.json({ done: true });
  }),
});

/**
 * `GET /api/copy-register` and `…/csv` with `state`, `holder`, `number`, `collection`, `document`; `GET /api/copy-register/:number/holders`:
 * to whom it can be handed on; `POST /api/copy-register/:number/…` with `move-copy`, `return-copy`, `destroy-copy`, `confirm-copy`, `keep-copy`.
 */
export const registerEndpoints: readonly Endpoint[] = [
  { path: '/copy-register', method: 'get', handler: answering(list) },
  { path: '/copy-register/csv', method: 'get', handler: takingDoor(csv) },
  { path: '/copy-register/:id/holders', method: 'get', handler: answering(holders) },
  act('move-copy', moving, moveCopy),
  act('return-copy', returning, (req, viewer, number, sent) => returnCopy(req, viewer, number, sent.place)),
  act('destroy-copy', destroying, (req, viewer, number, { how }) => destroyCopy(req, viewer, number, how)),
  act('confirm-copy', nothing, (req, viewer, number) => confirmDestroyed(req, viewer, number)),
  act('keep-copy', nothing, (req, viewer, number) => stillThere(req, viewer, number)),
];
