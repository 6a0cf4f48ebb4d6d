import { randomUUID } from 'node:crypto';
import type { Endpoint, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { longestSearch } from '#collections/saved-searches.ts';
import { Failure } from '#errors/failure.ts';
import { answering } from '../endpoints/after-error.ts';
import { readJson } from '../endpoints/read-json.ts';
import { idIn, signedIn } from '../endpoints/signed-in.ts';
import { readQuestion } from './question.ts';

const headers = { 'Cache-Control': 'no-store' };
const collection = 'saved-searches';
/** Most searches that one person keeps. */
const most = 100;

const given = z.strictObject({
  name: z.string().trim().min(1).max(longestSearch.name),
  question: z.string().max(longestSearch.question),
  shared: z.boolean().default(false),
});
const renamed = z.strictObject({ name: given.shape.name });
const stored = z.looseObject({
  id: z.string(),
  name: z.string(),
  question: z.string().nullish(),
  owner: z.string(),
  shared: z.boolean().nullish(),
});

const alphabet = new Intl.Collator('vi');

const list = async (req: PayloadRequest): Promise<Response> => {
  const viewer = signedIn(req);
  const where: Where = { or: [{ owner: { equals: viewer.id } }, { shared: { equals: true } }] };
  const { docs } = await req.payload.db.find({ collection, where, limit: 0, pagination: false, req });
  // Names may lie sealed, and a database that does not know them puts them in no order
  const searches = z
    .array(stored)
    .parse(docs)
    .sort((a, b) => alphabet.compare(a.name, b.name));
  const told = searches.map(({ id, name, question, owner, shared }) => ({
    ...{ id, name, question: question ?? '', shared: shared === true, own: owner === viewer.id },
  }));
  return Response.json({ searches: told }, { headers });
};

const save = async (req: PayloadRequest): Promise<Response> => {
  const viewer = signedIn(req);
  const { name, question, shared } = await readJson(req, given);
  readQuestion(new URLSearchParams(question));
  const { totalDocs } = await req.payload.db.count({ collection, where: { owner: { equals: viewer.id } }, req });
  if (totalDocs >= most) throw new Failure('field-invalid', { field: 'name' });
  const id = randomUUID();
  const now = new Date().toISOString();
  const data = { id, name, question, shared, owner: viewer.id, createdAt: now, updatedAt: now };
  await req.payload.db.create({ collection, customID: id, data, returning: false, req });
  return Response.json({ id, name, question, shared, own: true }, { status: 201, headers });
};

/** Where the person's own search stands. @throws Failure `not-found` for what is missing or somebody else's, shared or not */
const ownSearch = async (req: PayloadRequest): Promise<Where> => {
  const viewer = signedIn(req);
  const where: Where = { and: [{ id: { equals: idIn(req) } }, { owner: { equals: viewer.id } }] };
  const { totalDocs } = await req.payload.db.count({ collection, where, req });
  if (totalDocs === 0) throw new Failure('not-found');
  return where;
};

const rename = async (req: PayloadRequest): Promise<Response> => {
  const where = await ownSearch(req);
  const { name } = await readJson(req, renamed);
  const data = { name, updatedAt: new Date().toISOString() };
  await req.payload.db.updateOne({ collection, where, data, returning: false, req });
  return Response.json({ id: idIn(req), name }, { headers });
};

const remove = async (req: PayloadRequest): Promise<Response> => {
  const where = await ownSearch(req);
  await req.payload.db.deleteMany({ collection, where, req });
  return Response.json({}, { headers });
};

/** `/api/images/searches`: questions to the archive that people keep for themselves, or share with the house. */
export const savedSearchEndpoints: readonly Endpoint[] = [
  { path: '/searches', method: 'get', handler: answering(list) },
  { path: '/searches', method: 'post', handler: answering(save) },
  { path: '/searches/:id', method: 'patch', handler: answering(rename) },
  { path: '/searches/:id', method: 'delete', handler: answering(remove) },
];
