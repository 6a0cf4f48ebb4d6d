import type { PayloadRequest } from 'payload';
import { type KeptPlace, keptIn } from '../secrecy/kept-in.ts';
import { readMaster } from './image-master.ts';
import { idIn, signedIn } from './signed-in.ts';

/** Where words of secrecy keep a released picture from the public; empty: nowhere. */
export interface KeptInAnswer {
  readonly places: readonly KeptPlace[];
}

/** `GET /api/images/:id/kept-in`, under the very rule of the record. */
export const answerKeptIn = async (req: PayloadRequest): Promise<Response> => {
  await readMaster(req);
  const ref = { collection: 'images', id: idIn(req) } as const;
  const answer: KeptInAnswer = { places: await keptIn(req.payload, signedIn(req), ref, null) };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
};
