import type { Payload } from 'payload';
import { decide } from '#access/decide.ts';
import type { Marking } from '#access/level.ts';
import { marked } from '#access/rules.ts';
import type { Viewer } from '#access/viewer.ts';
import { readMarkings } from '../../beside/read-markings.ts';
import type { DocumentName } from '../document.ts';
import { type TranslatedCollection, translatedCollections, translatedKinds } from '../translated-collections.ts';

/** A document with the marking by which access to it is decided; null where its kind bears none. */
export interface MarkedName extends DocumentName {
  readonly marking: Marking | null;
}

/** How documents are marked. Those that must bear a marking and have none that can be read are left out. */
export const markNames = async (
  payload: Pick<Payload, 'db'>,
  names: readonly DocumentName[],
): Promise<MarkedName[]> => {
  const found: MarkedName[] = [];
  for (const collection of translatedCollections) {
    const ids = [...new Set(names.filter((name) => name.collection === collection).map(({ id }) => id))];
    if (ids.length === 0) continue;
    const markings = isMarkedKind(collection) ? await readMarkings(payload, collection, ids) : null;
    for (const id of ids) {
      const marking = markings?.get(id) ?? null;
      if (markings === null || marking) found.push({ collection, id, marking });
    }
  }
  return found;
};

const isMarkedKind = (collection: TranslatedCollection): boolean => marked.has(translatedKinds[collection]);

/** Whether somebody may know of a document. */
export const mayRead = (viewer: Viewer, { collection, marking }: MarkedName): boolean =>
  'allow' in decide(viewer, 'read', { kind: translatedKinds[collection], ...(marking ? { marking } : {}) });
