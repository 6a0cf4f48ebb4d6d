import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import { Failure } from '#errors/failure.ts';
import { answering } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { idIn, signedIn } from '../../endpoints/signed-in.ts';
import { checkReader } from './check-endpoint.ts';
import { applyNames, planNames, toldPlan } from './import-names.ts';
import { type NamesFormat, namesFormats, type Pieces, readNames, writeNames } from './names-file.ts';
import { registryOf } from './registry.ts';
import { nameUses } from './uses/name-uses.ts';
import { settledTexts } from './uses/studio-texts.ts';

const headers = { 'Cache-Control': 'private, no-store' };

/** @throws Failure where the person does not keep the registry */
const checkKeeper = (req: PayloadRequest): void => {
  const viewer = signedIn(req);
  for (const action of ['create', 'update'] as const) {
    const decision = decide(viewer, action, { kind: 'concept' });
    if ('refuse' in decision) throw new Failure(decision.refuse);
  }
};

const asked = {
  name: z.string().min(1).max(255),
  /** Of the plan that the person has looked at; without it nothing is changed. */
  seen: z.string().max(64).optional(),
};
const address = z.object(asked);
const order = z.strictObject({ ...asked, content: z.string() });

const once = async function* (text: string): AsyncGenerator<Uint8Array, void> {
  yield new TextEncoder().encode(text);
};

const none = async function* (): AsyncGenerator<Uint8Array, void> {};

interface Brought extends z.infer<typeof address> {
  readonly pieces: Pieces;
}

/** A file comes by itself, as large as a registry is, and is read as it comes; a small one may stand in JSON. */
const broughtBy = async (req: PayloadRequest): Promise<Brought> => {
  if (req.headers.get('content-type') !== 'application/octet-stream') {
    const { content, ...rest } = await readJson(req, order);
    return { ...rest, pieces: once(content) };
  }
  const read = address.safeParse(Object.fromEntries(req.searchParams));
  if (!read.success) throw new Failure('field-invalid', { field: read.error.issues[0]?.path.join('.') || '?' });
  return { ...read.data, pieces: req.body ?? none() };
};

/**
 * `POST /api/concepts/import?name=`, the file as its body: what it would change, and with `seen` of that answer, the change itself.
 * Nothing of a file is read for somebody who does not keep the registry.
 */
const importing = answering(async (req) => {
  checkKeeper(req);
  const { name, pieces, seen } = await broughtBy(req);
  const plan = await planNames(req.payload, await readNames(name, pieces));
  if (seen === undefined) return Response.json({ applied: false, ...toldPlan(plan) }, { headers });
  if (seen !== plan.seen) throw new Failure('names-changed');
  await applyNames(req, plan);
  return Response.json({ applied: true, ...toldPlan(plan) }, { headers });
});

const types: Readonly<Record<NamesFormat, string>> = {
  tbx: 'application/xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** `GET /api/concepts/export/tbx` and `…/csv`: the whole registry. */
const exporting = (format: NamesFormat): Endpoint => ({
  path: `/export/${format}`,
  method: 'get',
  handler: answering(async (req) => {
    checkReader(req);
    const { concepts } = await registryOf(req.payload);
    const pieces: string[] = [];
    for await (const piece of writeNames(format, concepts.values())) pieces.push(piece);
    const attached = { 'Content-Type': types[format], 'Content-Disposition': `attachment; filename="names.${format}"` };
    return new Response(pieces.join(''), { headers: { ...headers, ...attached } });
  }),
});

/** `GET /api/concepts/:id/uses` and `GET /api/concepts/uses`: texts in which old and forbidden forms stand, as the person may see. */
const using = (one: boolean): Endpoint => ({
  path: one ? '/:id/uses' : '/uses',
  method: 'get',
  handler: answering(async (req) => {
    checkReader(req);
    const { concepts } = await registryOf(req.payload);
    const concept = one ? concepts.get(idIn(req)) : undefined;
    if (one && !concept) throw new Failure('not-found');
    const texts = await settledTexts(req.payload);
    const found = await nameUses(req, texts, concept ? [concept] : [...concepts.values()]);
    return Response.json(found, { headers });
  }),
});

/** Addresses of the registry of names, besides those that every collection has. */
export const conceptEndpoints: readonly Endpoint[] = [
  { path: '/import', method: 'post', handler: importing },
  ...namesFormats.map(exporting),
  using(false),
  using(true),
];
