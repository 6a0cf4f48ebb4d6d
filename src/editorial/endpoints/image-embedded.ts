import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { lookAtArrival } from '#media/intake/intake.ts';
import type { MasterStore } from '#media/intake/master-store.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { readMaster } from './image-master.ts';
import { readPictureForm } from './picture-form.ts';
import { signedIn } from './signed-in.ts';

/**
 * Whoever may bring pictures into the archive.
 * @throws Failure `sign-in-required` and what the decision refuses with
 */
export const mayBring = (req: PayloadRequest): void => {
  signedIn(req);
  const decision = decide(viewerOf(req.user), 'create', { kind: 'image' });
  if ('refuse' in decision) throw new Failure(decision.refuse);
};

/**
 * What the file of an image says of itself, under the very rule of its record. Nothing of it is stored but in the master,
 * which never changes: whoever asks later learns what the reading has learnt since.
 */
export const answerEmbedded = async (req: PayloadRequest, decoders: Decoders): Promise<Response> => {
  const { sha256 } = await readMaster(req);
  const embedded = await decoders.embedded(sha256);
  return Response.json({ embedded }, { headers: { 'Cache-Control': 'private, no-store' } });
};

/**
 * What a file says of itself before it is brought in. It is looked at as at its intake, with the same refusals, and nothing
 * of it is kept.
 * @param folder where the file lies meanwhile; null: in memory
 */
export const lookAtFile = async (
  req: PayloadRequest,
  openStore: () => Promise<MasterStore>,
  folder: string | null,
  { examine }: Decoders,
): Promise<Response> => {
  mayBring(req);
  const store = await openStore();
  await store.stillThere();
  await using form = await readPictureForm(req, folder);
  await using arrival = await lookAtArrival(store, form.bytes(), { filename: form.filename, examine });
  return Response.json({ embedded: arrival.embedded });
};
