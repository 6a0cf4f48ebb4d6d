import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload';
import { z } from 'zod';
import { isAtLeast, joinOf } from '#access/level.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { byLocale } from '../../desk/section.ts';
import { failureOf } from '../../endpoints/failure-of.ts';
import { readMarking } from '../../workflow/marking-store.ts';
import { raiseMarking } from '../../workflow/raise-marking.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { type Change, changedFields, differing, type EditedFields, fieldsOf } from './change.ts';
import { type Edit, type EditItem, endItem, findItem, makeItem } from './edit-store.ts';

/** What became of a picture. */
export type Outcome = 'changed' | 'same' | 'left';

interface Work {
  readonly payload: Payload;
  readonly edit: Edit;
  /** The owner as the database knows them now. */
  readonly user: TypedUser;
}

const stored = z.looseObject({
  id: z.string(),
  revision: z.number().nullish(),
  title: byLocale,
  marking: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]).nullish(),
});

interface Known {
  readonly id: string;
  readonly revision: number;
  readonly marking: string | null;
  readonly locale: StudioLocale | null;
  readonly fields: EditedFields;
}

/** The picture for whoever edits it; one that they may not know of is answered like one that is gone. */
const readPicture = async (req: PayloadRequest, id: string): Promise<Known> => {
  const doc: unknown = await req.payload.findByID({
    ...{ collection: 'images', id, depth: 0, locale: 'all', overrideAccess: false, disableErrors: true },
    user: req.user,
    req,
  });
  const read = stored.safeParse(doc);
  if (!read.success) throw new Failure('not-found');
  const { title, revision, marking } = read.data;
  const locale = studioLocales.find((one) => title?.[one]?.trim()) ?? null;
  return { id, revision: revision ?? 0, marking: marking ?? null, locale, fields: fieldsOf(doc) };
};

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
  differing(fieldsOf(item.before), after).length > 0;

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

/** What an edit had before, for one that takes it back; refused where the picture was saved since. */
const takenBack = async (payload: Payload, undoes: string, known: Known): Promise<EditedFields> => {
  const item = await findItem(payload, undoes, known.id);
  if (item?.state !== 'changed') throw new Failure('not-found');
  if (item.made !== known.revision) throw new Failure('revision-conflict', { by: '–' });
  return fieldsOf(item.before);
};

const act = async (work: Work, req: PayloadRequest, id: string, item: EditItem | null): Promise<Outcome> => {
  const { payload, edit } = work;
  const { change, undoes } = edit;
  if (change?.marking) return raise(work, req, id, change.marking);
  if (!undoes) {
    if (!change) throw new Failure('unexpected');
    return editFields(work, req, id, ({ fields }) => changedFields(fields, change), item);
  }
  if (item?.state === 'doing') {
    const before = fieldsOf((await findItem(payload, undoes, id))?.before);
    return editFields(work, req, id, () => before, item);
  }
  const before = await takenBack(payload, undoes, await readPicture(req, id));
  return editFields(work, req, id, () => before, item);
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
