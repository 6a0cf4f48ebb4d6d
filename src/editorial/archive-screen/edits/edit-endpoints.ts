import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { checkMayOrder } from '../../albums/album-door.ts';
import { answering } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { idIn, signedIn } from '../../endpoints/signed-in.ts';
import { languageOf } from '../../words/language-of.ts';
import { checkReferences } from '../../workflow/level-rule.ts';
import { referencesOf } from '../../workflow/references.ts';
import { facetNamer } from '../facet-names.ts';
import { settledArchive, sightOf } from '../studio-archive.ts';
import { type Change, changeSchema } from './change.ts';
import { queueEdit } from './edit-jobs.ts';
import { changeEdit, type Edit, listEdits, listItems, makeEdit, readEdit } from './edit-store.ts';
import { previewEdit } from './preview.ts';
import { rowsSelected, selectionSchema } from './selected-pictures.ts';

const headers = { 'Cache-Control': 'no-store' };
const asked = z.strictObject({ selection: selectionSchema, change: changeSchema });
const confirmed = z.strictObject({ ...asked.shape, total: z.number().int().positive() });

/** Who may change pictures may change many; who may raise a marking may raise many. Each picture is asked about again. */
const mayEdit = (viewer: Viewer, { marking }: Change): void => {
  const decision = marking ? decide(viewer, 'raise', { kind: 'marking' }) : decide(viewer, 'create', { kind: 'image' });
  if ('refuse' in decision) throw new Failure(decision.refuse);
};

/** @throws Failure `field-invalid`, and for albums `not-found`, `forbidden` */
const checkTargets = async (req: PayloadRequest, viewer: Viewer, change: Change): Promise<void> => {
  const { topics, places, agency, rightsRecord, albums } = change;
  const named = referencesOf({ topics: topics?.add, places: places?.add, agency, rightsRecord });
  await checkReferences(req, named, { level: 'public', compartments: [] });
  for (const album of [...(albums?.add ?? []), ...(albums?.remove ?? [])]) await checkMayOrder(req, viewer, album);
};

const select = async <T extends z.infer<typeof asked>>(req: PayloadRequest, schema: z.ZodType<T>) => {
  const viewer = signedIn(req);
  const given = await readJson(req, schema);
  mayEdit(viewer, given.change);
  await checkTargets(req, viewer, given.change);
  const archive = await settledArchive(req.payload);
  const sight = await sightOf(viewer, archive);
  return { viewer, given, archive, sight, rows: rowsSelected(archive, given.selection, sight) };
};

const preview = async (req: PayloadRequest): Promise<Response> => {
  const { given, archive, sight, rows } = await select(req, asked);
  const found = previewEdit(archive, rows, given.change);
  const namer = facetNamer(req.payload, archive, sight, languageOf(req));
  const named = { rightsRecord: await namer('record'), agency: await namer('agency') };
  const overwritten = found.overwritten.map((one) =>
    one.field === 'rightsRecord' || one.field === 'agency'
      ? { ...one, value: named[one.field](one.value) || one.value.slice(0, 8) }
      : one,
  );
  return Response.json({ ...found, overwritten }, { headers });
};

const begin = async (req: PayloadRequest): Promise<Response> => {
  const { viewer, given, archive, rows } = await select(req, confirmed);
  // Somebody looked at another selection than the one that is meant by now
  if (rows.length !== given.total) throw new Failure('revision-conflict', { by: '–' });
  const pictures = rows.flatMap((row) => archive.index.columns.ids[row] ?? []);
  const id = await makeEdit(req.payload, { owner: viewer.id, change: given.change, pictures });
  await queueEdit(req.payload, id);
  return Response.json({ id, total: pictures.length }, { status: 202, headers });
};

/** Only what was changed and is not marked higher can be taken back. */
const canUndo = ({ state, change, undoes, undone, changed }: Edit): boolean =>
  (state === 'done' || state === 'cancelled') && !change?.marking && !undoes && !undone && changed > 0;

const told = (edit: Edit) => {
  const { id, state, change, total, position, changed, left, undoes, undone, code, createdAt, endedAt } = edit;
  const more = { undoes: undoes ?? null, undone: undone === true, code: code ?? null, canUndo: canUndo(edit) };
  return { id, state, change: change ?? null, total, position, changed, left, ...more, at: createdAt, endedAt };
};

/** Most edits in a list, most pictures that were left out by name. */
const most = 50;
const mostLeft = 200;

const list = async (req: PayloadRequest): Promise<Response> => {
  const { id } = signedIn(req);
  const edits = await listEdits(req.payload, { owner: { equals: id } }, most);
  return Response.json({ edits: edits.map(told) }, { headers });
};

/** @throws Failure `not-found` for what is missing or somebody else's */
const own = async (req: PayloadRequest): Promise<Edit> => {
  const edit = await readEdit(req.payload, idIn(req), signedIn(req).id);
  if (!edit) throw new Failure('not-found');
  return edit;
};

const one = async (req: PayloadRequest): Promise<Response> => {
  const edit = await own(req);
  const items = await listItems(req.payload, edit.id, ['left'], mostLeft);
  const leftOut = items.map(({ picture, code }) => ({ picture, code: code ?? null }));
  return Response.json({ ...told(edit), leftOut }, { headers });
};

const cancel = async (req: PayloadRequest): Promise<Response> => {
  const edit = await own(req);
  if (edit.state === 'waiting' || edit.state === 'running')
    await changeEdit(req.payload, edit.id, { state: 'cancelled', endedAt: new Date().toISOString() });
  return Response.json(told(await own(req)), { headers });
};

const retry = async (req: PayloadRequest): Promise<Response> => {
  const edit = await own(req);
  if (edit.state !== 'failed' && edit.state !== 'cancelled') throw new Failure('forbidden');
  const beatAt = new Date().toISOString();
  await changeEdit(req.payload, edit.id, { state: 'waiting', code: null, endedAt: null, beatAt });
  await queueEdit(req.payload, edit.id);
  return Response.json(told(await own(req)), { status: 202, headers });
};

const undo = async (req: PayloadRequest): Promise<Response> => {
  const edit = await own(req);
  if (!canUndo(edit)) throw new Failure('forbidden');
  const items = await listItems(req.payload, edit.id, ['changed']);
  const pictures = items.map(({ picture }) => picture);
  const id = await makeEdit(req.payload, { owner: edit.owner, change: null, pictures, undoes: edit.id });
  await changeEdit(req.payload, edit.id, { undone: true });
  await queueEdit(req.payload, id);
  return Response.json({ id, total: pictures.length }, { status: 202, headers });
};

/** `/api/images/edits`: what an edit of a selection would do, the edit itself, how far it is, and how to stop it or take it back. */
export const editEndpoints: readonly Endpoint[] = [
  { path: '/edits/preview', method: 'post', handler: answering(preview) },
  { path: '/edits', method: 'post', handler: answering(begin) },
  { path: '/edits', method: 'get', handler: answering(list) },
  { path: '/edits/:id', method: 'get', handler: answering(one) },
  { path: '/edits/:id/cancel', method: 'post', handler: answering(cancel) },
  { path: '/edits/:id/retry', method: 'post', handler: answering(retry) },
  { path: '/edits/:id/undo', method: 'post', handler: answering(undo) },
];
