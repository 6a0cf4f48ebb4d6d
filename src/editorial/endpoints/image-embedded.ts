import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { embeddedOf } from '#media/embedded-file.ts';
import type { EmbeddedRecord } from '#media/embedded-record.ts';
import { lookAtArrival } from '#media/intake.ts';
import type { MasterStore } from '#media/master-store.ts';
import { canonicalRights } from '#media/rights.ts';
import { previews } from './image-file.ts';
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
export const answerEmbedded = async (req: PayloadRequest, openStore: () => Promise<MasterStore>): Promise<Response> => {
  const { sha256 } = await readMaster(req);
  const store = await openStore();
  const embedded = await previews.pass(1, async () => embeddedOf(await store.read(sha256)));
  return Response.json({ embedded }, { headers: { 'Cache-Control': 'private, no-store' } });
};

/**
 * What a file says of itself before it is brought in. It is looked at as at its intake, with the same refusals, and nothing
 * of it is kept.
 * @param folder where the file lies meanwhile
 */
export const lookAtFile = async (
  req: PayloadRequest,
  openStore: () => Promise<MasterStore>,
  folder: string,
): Promise<Response> => {
  mayBring(req);
  const store = await openStore();
  await using form = await readPictureForm(req, folder);
  await using arrival = await lookAtArrival(store, form.bytes(), { filename: form.filename });
  return Response.json({ embedded: arrival.embedded });
};

/** Characters, as of the fields that are filled. */
const longest = 300;

/** What nobody needs to confirm of a value: all of it as the file has it, unless it may be in an older encoding. */
const undoubted = ({ values }: EmbeddedRecord, property: keyof EmbeddedRecord['values']): string | null => {
  const said = values[property]?.said ?? [];
  const whole = said.map(({ text }) => text).join(', ');
  if (whole === '' || said.some(({ legacy }) => legacy)) return null;
  return [...whole].slice(0, longest).join('');
};

/** What the file says of itself, where the curator says nothing. */
export const completed = (data: Record<string, unknown>, embedded: EmbeddedRecord): Record<string, unknown> => {
  const address = undoubted(embedded, 'webStatement');
  return {
    ...data,
    credit: data.credit || undoubted(embedded, 'credit'),
    creator: data.creator || undoubted(embedded, 'creator'),
    takenOn: data.takenOn || undoubted(embedded, 'created')?.slice(0, 'yyyy-mm-dd'.length),
    rights: data.rights || (address && canonicalRights(address)),
  };
};
