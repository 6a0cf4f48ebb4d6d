import type { Endpoint, PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import { Failure } from '#errors/failure.ts';
import type { MasterReader } from '#media/intake/master-store.ts';
import type { HistoryEntry } from '../archive/history/entries.ts';
import { historyCsv } from '../archive/history/history-csv.ts';
import { type ReadHistory, readHistory } from '../archive/history/read-history.ts';
import { checkMayLeave, isCountedOf } from '../copies/counted.ts';
import { answering } from './after-error.ts';
import { idIn, signedIn } from './signed-in.ts';
import { noteLeaving, takingDoor, whoTakes } from './who-takes.ts';

/** Entries in one answer. */
const shown = 30;

/** A page of the history of a picture, the newest first. */
export interface HistoryAnswer {
  readonly entries: readonly HistoryEntry[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Whether a bag brought the picture, with a history of its own. */
  readonly hasOrigin: boolean;
  /** Whether copies of the picture are counted: then its history is no file to take along. */
  readonly isCounted: boolean;
}

const privately = { 'Cache-Control': 'private, no-store' };

const pageIn = ({ searchParams }: PayloadRequest): number => {
  const asked = searchParams.get('page') ?? '1';
  if (!/^[1-9]\d{0,4}$/.test(asked)) throw new Failure('parameter-invalid', { parameter: 'page' });
  return Number(asked);
};

const answerPage = async (req: PayloadRequest): Promise<Response> => {
  const viewer = signedIn(req);
  const page = pageIn(req);
  const { entries, origin } = await readHistory(req, viewer, idIn(req));
  const answer: HistoryAnswer = {
    entries: entries.slice((page - 1) * shown, page * shown),
    ...{ total: entries.length, page, pages: Math.max(1, Math.ceil(entries.length / shown)) },
    hasOrigin: origin !== null,
    isCounted: await isCountedOf(req, 'images', idIn(req)),
  };
  return Response.json(answer, { headers: privately });
};

/** Files are for those who describe pictures, and of what may leave without a number. */
const historyForCurators = async (req: PayloadRequest): Promise<ReadHistory> => {
  const viewer = signedIn(req);
  const decision = decide(viewer, 'create', { kind: 'image' });
  if ('refuse' in decision) throw new Failure(decision.refuse);
  whoTakes(req);
  const history = await readHistory(req, viewer, idIn(req));
  await checkMayLeave(req, 'images', idIn(req));
  return history;
};

const attached = (name: string) => ({ ...privately, 'Content-Disposition': `attachment; filename="${name}"` });

/** What a bag said of the picture; null where no bag brought it. */
const before = async (masters: MasterReader, origin: string | null): Promise<unknown> =>
  origin === null ? null : JSON.parse(Buffer.from(await masters.read(origin)).toString('utf8'));

const asJson =
  (masters: MasterReader) =>
  async (req: PayloadRequest): Promise<Response> => {
    const id = idIn(req);
    const { entries, origin } = await historyForCurators(req);
    const body = {
      format: 'benthanh-picture-history',
      version: 1,
      id,
      entries,
      before: await before(masters, origin),
    };
    await noteLeaving(req, { table: 'history', collection: 'images', documentId: id });
    return Response.json(body, { headers: attached(`${id}-history.json`) });
  };

const asCsv = async (req: PayloadRequest): Promise<Response> => {
  const id = idIn(req);
  const { entries } = await historyForCurators(req);
  const headers = { ...attached(`${id}-history.csv`), 'Content-Type': 'text/csv; charset=utf-8' };
  await noteLeaving(req, { table: 'history', collection: 'images', documentId: id });
  return new Response(historyCsv(entries), { headers });
};

/** `GET /api/images/:id/history?page=`, and for curators `…/history/json` and `…/history/csv`. */
export const historyEndpoints = (masters: MasterReader): Endpoint[] => [
  { path: '/:id/history', method: 'get', handler: answering(answerPage) },
  { path: '/:id/history/json', method: 'get', handler: takingDoor(asJson(masters)) },
  { path: '/:id/history/csv', method: 'get', handler: takingDoor(asCsv) },
];
