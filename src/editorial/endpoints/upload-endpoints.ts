import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoint, PayloadRequest, Where } from 'payload';
import { fatesCsv } from '../archive/fates-csv.ts';
import { batchDefaults, beginBatch, checkBatch, latestBatches } from '../uploads/batches.ts';
import { fatesFor, leavingFates } from '../uploads/fates.ts';
import { type Uploads, uploadIn } from '../uploads/uploads.ts';
import { answering } from './after-error.ts';
import { mayBring } from './image-embedded.ts';
import { readJson } from './read-json.ts';
import { signedIn } from './signed-in.ts';
import { toldFate } from './told-fate.ts';
import { noteLeaving, takingDoor, whoTakes } from './who-takes.ts';

/** Milliseconds for which an answer waits until the archive has looked at a file. */
const patience = 20_000;
/** Rows of a batch that a page shows; the CSV has all. */
const shown = 2000;

const batchIn = (req: PayloadRequest): string => String(req.routeParams?.batch ?? '');

const waited = async (work: Promise<void>): Promise<void> => {
  const stop = new AbortController();
  await Promise.race([work, sleep(patience, undefined, { signal: stop.signal })]).finally(() => stop.abort());
};

/** What has become of an upload: bytes that are here, and once the archive has looked, the fate of each file in it. */
const answerState = async (req: PayloadRequest, uploads: Uploads): Promise<Response> => {
  signedIn(req);
  const id = uploadIn(req);
  // Else what lies there would be told as gone
  await uploads.stillThere();
  const began = await uploads.records.begun(id);
  const isMine = began?.metadata.owner === String(req.user?.id);
  if (began && isMine && began.offset >= began.size) await waited(uploads.settle(req.payload, id));
  const rest = isMine ? await uploads.records.begun(id) : null;
  const where: Where = { and: [{ upload: { equals: id } }, { owner: { equals: String(req.user?.id) } }] };
  const fates = await fatesFor(req, where, shown);
  if (!rest && fates.length === 0) await uploads.mine(req);
  const state = !rest ? 'done' : rest.offset < rest.size ? 'receiving' : 'settling';
  return Response.json({ state, offset: rest?.offset ?? null, fates: fates.map((fate) => toldFate(req, fate)) });
};

const answerBatch = async (req: PayloadRequest): Promise<Response> => {
  signedIn(req);
  await checkBatch(req, batchIn(req));
  const fates = await fatesFor(req, { batch: { equals: batchIn(req) } }, shown);
  return Response.json({ fates: fates.map((fate) => toldFate(req, fate)), isWhole: fates.length < shown });
};

const answerCsv = async (req: PayloadRequest): Promise<Response> => {
  whoTakes(req);
  await checkBatch(req, batchIn(req));
  const fates = await fatesFor(req, { batch: { equals: batchIn(req) } }, Number.POSITIVE_INFINITY);
  const table = fatesCsv(await leavingFates(req, fates));
  const named = `attachment; filename="benthanh-upload-${batchIn(req).slice(0, 8)}.csv"`;
  const headers = { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': named };
  await noteLeaving(req, { table: 'upload' });
  return new Response(table, { headers: { ...headers, 'Cache-Control': 'private, no-store' } });
};

const begin = async (req: PayloadRequest): Promise<Response> => {
  mayBring(req);
  return Response.json({ id: await beginBatch(req, await readJson(req, batchDefaults)) }, { status: 201 });
};

const listBatches = async (req: PayloadRequest): Promise<Response> => {
  mayBring(req);
  return Response.json({ batches: await latestBatches(req) });
};

const tus = (uploads: Uploads) =>
  answering(async (req) => {
    mayBring(req);
    return uploads.answer(req);
  });

/** `…/api/images/uploads` in tus 1.0, and `…/batches`: files that are brought in together, and what became of them. */
export const uploadEndpoints = (uploads: Uploads): Endpoint[] => [
  { path: '/uploads', method: 'post', handler: tus(uploads) },
  { path: '/uploads/:upload', method: 'head', handler: tus(uploads) },
  { path: '/uploads/:upload', method: 'patch', handler: tus(uploads) },
  { path: '/uploads/:upload', method: 'delete', handler: tus(uploads) },
  { path: '/uploads/:upload', method: 'get', handler: answering((req) => answerState(req, uploads)) },
  { path: '/batches', method: 'post', handler: answering(begin) },
  { path: '/batches', method: 'get', handler: answering(listBatches) },
  { path: '/batches/:batch', method: 'get', handler: answering(answerBatch) },
  { path: '/batches/:batch/csv', method: 'get', handler: takingDoor(answerCsv) },
];
