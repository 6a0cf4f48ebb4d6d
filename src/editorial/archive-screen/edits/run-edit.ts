import type { Payload, TypedUser } from 'payload';
import { viewerOf } from '#collections/viewer-of.ts';
import { editPicture } from './edit-picture.ts';
import { changeEdit, type Edit, readEdit } from './edit-store.ts';

/** Pictures between two looks at whether somebody has stopped it, and two tellings of how far it is. */
const stride = 10;

const ownerOf = async (payload: Payload, id: string): Promise<TypedUser | null> => {
  const found = await payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  });
  const user = found ? ({ ...found, collection: 'users' } as unknown as TypedUser) : null;
  const viewer = viewerOf(user);
  return viewer && !viewer.disabled && !viewer.mustChangePassword ? user : null;
};

const end = (payload: Payload, id: string, state: 'done' | 'failed', code: string | null = null): Promise<void> =>
  changeEdit(payload, id, { state, code, endedAt: new Date().toISOString() });

/** Goes through some pictures. @returns the counts then */
const goOn = async (payload: Payload, edit: Edit, user: TypedUser): Promise<Edit> => {
  const counts = { position: edit.position, changed: edit.changed, left: edit.left };
  for (const id of (edit.pictures ?? []).slice(edit.position, edit.position + stride)) {
    const outcome = await editPicture({ payload, edit, user }, id);
    counts.position += 1;
    if (outcome === 'changed') counts.changed += 1;
    if (outcome === 'left') counts.left += 1;
  }
  await changeEdit(payload, edit.id, { ...counts, beatAt: new Date().toISOString() });
  return { ...edit, ...counts };
};

/**
 * Carries out an edit, from where it stands to its end or until its owner stops it. The owner's rights are those of now,
 * asked for again all the way.
 * @throws whatever nobody foresaw; the edit is then `failed`, and can be tried again from where it stands
 */
export const runEdit = async (payload: Payload, id: string): Promise<void> => {
  const begun = await readEdit(payload, id);
  if (!begun || (begun.state !== 'waiting' && begun.state !== 'running')) return;
  await changeEdit(payload, id, { state: 'running', beatAt: new Date().toISOString() });
  try {
    for (let edit = begun; edit.position < (edit.pictures ?? []).length; ) {
      const user = await ownerOf(payload, edit.owner);
      if (!user) return await end(payload, id, 'failed', 'forbidden');
      edit = await goOn(payload, edit, user);
      const now = await readEdit(payload, id);
      if (now?.state !== 'running') return;
    }
    await end(payload, id, 'done');
  } catch (error) {
    payload.logger.error({ err: error }, 'an edit of many pictures failed');
    await end(payload, id, 'failed', 'unexpected');
  }
};
