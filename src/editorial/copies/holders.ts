import type { PayloadRequest } from 'payload';
import { covers } from '#access/decide.ts';
import type { Marking } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { type Colleague, readColleagues } from '../translation/work/colleagues.ts';
import { markingsOf } from '../workflow/marking-store.ts';
import type { Copy } from './copies.ts';
import { copyFor, sightOfCopy } from './copy-for.ts';

/** Colleagues who may hold a copy: they can sign in, and are cleared for what stands on it and for its document as it is marked now. */
const mayHold = async (req: PayloadRequest, copy: Copy): Promise<Colleague[]> => {
  const now = (await markingsOf(req, copy.subjectType, [copy.subjectId])).get(copy.subjectId);
  const sight: Marking | null = sightOfCopy(copy, now);
  return [...(await readColleagues(req.payload)).values()].filter(({ viewer }) => sight && covers(viewer, sight));
};

/** The colleague who is to hold a copy. @throws Failure `field-invalid` for whoever may not */
export const holderFor = async (req: PayloadRequest, copy: Copy, id: string): Promise<Colleague> => {
  const found = (await mayHold(req, copy)).find((one) => one.id === id);
  if (!found) throw new Failure('field-invalid', { field: 'holder' });
  return found;
};

/** Somebody to choose. */
export interface Holder {
  readonly id: string;
  readonly name: string;
}

/**
 * To whom a copy can be handed on, by name: for whoever holds it, and for officers.
 * @throws Failure `not-found`, `forbidden`
 */
export const holdersFor = async (req: PayloadRequest, viewer: Viewer, number: number): Promise<Holder[]> => {
  const copy = await copyFor(req, viewer, number, 'holder');
  const found = (await mayHold(req, copy)).filter(({ id }) => id !== copy.holder);
  return found.map(({ id, name }) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name, 'vi'));
};
