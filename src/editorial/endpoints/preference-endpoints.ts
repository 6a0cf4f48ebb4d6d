import { addDataAndFileToRequest, type Endpoint, type PayloadRequest, type Where } from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { answering } from './after-error.ts';

/** Longest JSON of one preference, in UTF-16 units, and most preferences of one person. */
const longest = 20_000;
const most = 500;

const isKey = (key: unknown): key is string => typeof key === 'string' && /^[\w-]{1,120}$/.test(key);

/** Names that some databases take for operators or paths. */
const isFit = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(
    ([name, inner]) => !name.startsWith('$') && !name.includes('.') && isFit(name) && isFit(inner),
  );
};

/** The preferences of whoever asks: never anybody else's. */
const own = ({ user }: PayloadRequest): Where => {
  const decision = decide(viewerOf(user), 'update', { kind: 'preference', owner: String(user?.id) });
  if ('refuse' in decision) throw new Failure(decision.refuse);
  return { and: [{ 'user.value': { equals: user?.id } }, { 'user.relationTo': { equals: user?.collection } }] };
};

const keyIn = ({ routeParams }: PayloadRequest): string => {
  if (!isKey(routeParams?.key)) throw new Failure('field-invalid', { field: 'key' });
  return routeParams.key;
};

const one = (req: PayloadRequest): Where => ({ and: [{ key: { equals: keyIn(req) } }, own(req)] });

const collection = 'payload-preferences';

const read = async (req: PayloadRequest): Promise<Response> => {
  const { docs } = await req.payload.db.find({ collection, where: one(req), limit: 1, pagination: false, req });
  return Response.json(docs[0] ?? { value: null });
};

const write = async (req: PayloadRequest): Promise<Response> => {
  const where = one(req);
  await addDataAndFileToRequest(req);
  const value: unknown = req.data?.value ?? req.data;
  if (!isFit(value) || JSON.stringify(value ?? null).length > longest)
    throw new Failure('field-invalid', { field: 'value' });
  const { totalDocs } = await req.payload.db.count({ collection, where, req });
  if (totalDocs === 0) await refuseMore(req);
  const user = { relationTo: req.user?.collection, value: req.user?.id };
  const doc = await req.payload.db.upsert({ collection, data: { key: keyIn(req), user, value }, where, req });
  return Response.json({ doc });
};

const refuseMore = async (req: PayloadRequest): Promise<void> => {
  const { totalDocs } = await req.payload.db.count({ collection, where: own(req), req });
  if (totalDocs >= most) throw new Failure('field-invalid', { field: 'key' });
};

const remove =
  (which: (req: PayloadRequest) => Where) =>
  async (req: PayloadRequest): Promise<Response> => {
    await req.payload.db.deleteMany({ collection, where: which(req), req });
    return Response.json({});
  };

/**
 * What the studio remembers of how each person likes it. In the place of the stock addresses, which take names and
 * values of any kind and size: here one person reads and writes their own, and not without end.
 */
export const preferenceEndpoints: readonly Endpoint[] = [
  { method: 'get', path: '/:key', handler: answering(read) },
  { method: 'post', path: '/:key', handler: answering(write) },
  { method: 'delete', path: '/:key', handler: answering(remove(one)) },
  { method: 'delete', path: '/', handler: answering(remove(own)) },
];
