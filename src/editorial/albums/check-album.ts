import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import { standInsOf } from '../archive/look-alikes/stand-in.ts';
import { checkReferences } from '../workflow/level-rule.ts';
import { checkTree } from '../workflow/topic-tree.ts';
import { readableAmong } from './album-door.ts';
import { isMember } from './members.ts';

type Doc = Record<string, unknown>;

const collections = { within: 'albums', cover: 'images' } as const;

export const idOf = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null;
};

/** Whether the person may know of a document. Programs of ours know of all that are there. */
const isKnown = async (req: PayloadRequest, collection: 'albums' | 'images', id: string): Promise<boolean> =>
  (await readableAmong(req, collection, [id])).has(id);

/**
 * Whoever may not know of the parent or the cover reads an album as if it had none, and saves it so: what they did not see
 * they did not take away.
 */
export const keepUnseen = async (req: PayloadRequest, before: Doc, after: Doc): Promise<Doc> => {
  const kept: Doc = { ...after };
  for (const name of ['within', 'cover'] as const) {
    const id = idOf(before[name]);
    if (id !== null && idOf(after[name]) === null && !(await isKnown(req, collections[name], id))) kept[name] = id;
  }
  return kept;
};

/** A cover that came to stand behind another record of the same picture, in a form that was open or in an old version, is that one. */
export const followMerger = async (req: PayloadRequest, before: Doc | null, after: Doc): Promise<Doc> => {
  const cover = idOf(after.cover);
  if (cover === null || cover === idOf(before?.cover)) return after;
  const kept = (await standInsOf(req, [cover])).get(cover);
  return kept === undefined ? after : { ...after, cover: kept };
};

/**
 * Looks at what an album names: an agency and a rights record that are there; a parent that the person may know of, in a tree; a cover that is one
 * of its pictures. None of them has to be as public as the album: what is not is left out of what the public sees.
 * @throws Failure `field-invalid`
 */
export const checkAlbum = async (req: PayloadRequest, id: string, before: Doc | null, after: Doc): Promise<void> => {
  const named = [
    { collection: 'agencies', id: idOf(after.agency) },
    { collection: 'rights', id: idOf(after.rightsRecord) },
  ];
  const references = named.flatMap(({ collection, id: one }) =>
    one === null ? [] : [{ collection, id: one, use: 'linked' as const }],
  );
  await checkReferences(req, references, { level: 'public', compartments: [] });
  const [within, cover] = [idOf(after.within), idOf(after.cover)];
  if (within !== null && within !== idOf(before?.within)) {
    if (!(await isKnown(req, 'albums', within))) throw new Failure('field-invalid', { field: 'within' });
    await checkTree(req, 'albums', id, within);
  }
  if (cover === null || cover === idOf(before?.cover)) return;
  if (!(await isKnown(req, 'images', cover)) || !(await isMember(req, id, cover)))
    throw new Failure('field-invalid', { field: 'cover' });
};
