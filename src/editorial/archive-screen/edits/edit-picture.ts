import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload';
import { z } from 'zod';
import { isAtLeast, joinOf } from '#access/level.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { failureOf } from '../../endpoints/failure-of.ts';
import { readMarking } from '../../workflow/marking-store.ts';
import { raiseMarking } from '../../workflow/raise-marking.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { type Change, changedFields, differing, type EditedFields, fieldsOf } from './change.ts';
import { editAlbums, movesIn, undoAlbums } from './edit-albums.ts';
import { type EditItem, endItem, findItem, makeItem } from './edit-store.ts';
import { type Known, type Outcome, readPicture, type Work } from './known-picture.ts';

const save = async (payload: Payload, user: TypedUser, known: Known, after: EditedFields): Promise<number> => {
  const locale = known.locale ?? 'vi';
  const req = await createLocalReq({ user, locale }, payload);
  const changed = Object.fromEntries(differing(known.fields, after).map((name) => [name, emptied(after[name])]));
  const doc: unknown = await payload.update({
    ...{ collection: 'images', id: known.id, locale, depth: 0, overrideAccess: false },
    data: { ...changed, revision: known.revision } as never,
    user,
    req,
  });
  return z.looseObject({ revision: z.number() }).parse(doc).revision;
};

const emptied = (value: string | readonly string[]): unknown => (value === '' ? null : value);

/** Whether an earlier attempt, which was killed before it could say so, has saved the picture. */
const wasSaved = (item: EditItem | null, known: Known, after: EditedFields): boolean =>
  item?.state === 'doing' &&
  known.revision === (item.seen ?? 0) + 1 &&
  differing(known.fields, after).length === 0 &&
  differing(fieldsOf(item.before, known.fields), after).length > 0;

const editFields = async (
  { payload, edit, user }: Work,
  req: PayloadRequest,
  id: string,
  afterOf: (known: Known) => EditedFields,
  item: EditItem | null,
): Promise<Outcome> => {
  const known = await readPicture(req, id);
  const after = afterOf(known);
  if (item && wasSaved(item, known, after)) {
    await endItem(payload, item.id, { state: 'changed', made: known.revision });
    return 'changed';
  }
  if (differing(known.fields, after).length === 0) {
    if (item) await endItem(payload, item.id, { state: 'same' });
    return 'same';
  }
  if (known.locale === null) throw new Failure('field-invalid', { field: 'title' });
  const begun =
    item?.id ??
    (await makeItem(payload, {
      ...{ edit: edit.id, picture: id, state: 'doing', before: known.fields, seen: known.revision },
    }));
  const made = await save(payload, user, known, after);
  await endItem(payload, begun, { state: 'changed', made });
  return 'changed';
};

const raise = async (
  { payload, edit, user }: Work,
  req: PayloadRequest,
  id: string,
  wanted: NonNullable<Change['marking']>,
): Promise<Outcome> => {
  const viewer = viewerOf(user);
  const { marking: name } = await readPicture(req, id);
  const marking = await readMarking(req, name);
  if (!marking || !viewer) throw new Failure('not-found');
  const to = { level: wanted.level, compartments: joinOf([marking, wanted]).compartments };
  if (isAtLeast(marking, to) && isAtLeast(to, marking)) return 'same';
  await inTransaction(req, () => raiseMarking(req, viewer, marking.id, { ...to, basis: wanted.basis }));
  await makeItem(payload, { edit: edit.id, picture: id, state: 'changed' });
  return 'changed';
};

/** Refused where the picture was saved since. @param item of the edit that is taken back */
const takenBack = (item: EditItem | null, known: Known): EditedFields => {
  if (item?.state !== 'changed') throw new Failure('not-found');
  if (item.made !== known.revision) throw new Failure('revision-conflict', { by: '–' });
  return fieldsOf(item.before, known.fields);
};

const undo = async (
  work: Work,
  req: PayloadRequest,
  id: string,
  undoes: string,
  item: EditItem | null,
): Promise<Outcome> => {
  const done = await findItem(work.payload, undoes, id);
  const moves = movesIn(done?.before);
  if (moves) return undoAlbums(work, req, id, moves, item);
  const afterOf = (known: Known): EditedFields =>
    item?.state === 'doing' ? fieldsOf(done?.before, known.fields) : takenBack(done, known);
  return editFields(work, req, id, afterOf, item);
};

const act = async (work: Work, req: PayloadRequest, id: string, item: EditItem | null): Promise<Outcome> => {
  const { change, undoes } = work.edit;
  if (undoes) return undo(work, req, id, undoes, item);
  if (!change) throw new Failure('unexpected');
  if (change.marking) return raise(work, req, id, change.marking);
  if (change.albums) return editAlbums(work, req, id, change.albums, item);
  return editFields(work, req, id, ({ fields }) => changedFields(fields, change), item);
};

/**
 * Does to one picture what an edit wants, through the same doors as a save by hand, or notes why not. Whoever was killed in
 * between does it once: the note of what was there stands before the save, and the picture's revision tells whether it was saved.
 */
export const editPicture = async (work: Work, id: string): Promise<Outcome> => {
  const { payload, edit, user } = work;
  const item = await findItem(payload, edit.id, id);
  if (item && item.state !== 'doing') return item.state;
  const req = await createLocalReq({ user, locale: 'vi' }, payload);
  try {
    return await act(work, req, id, item);
  } catch (error) {
    const viewer = viewerOf(user);
    const { failure } = failureOf(error, { signedIn: true, mustChangePassword: viewer?.mustChangePassword ?? false });
    if (failure.code === 'unexpected') throw error;
    const code = failure.code;
    if (item) await endItem(payload, item.id, { state: 'left', code });
    else await makeItem(payload, { edit: edit.id, picture: id, state: 'left', code });
    return 'left';
  }
};
