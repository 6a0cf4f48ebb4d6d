import type { Payload, PayloadRequest, Where } from 'payload';
import type { Place } from '../acts/opened.ts';
import { type Comment, readComment } from './comment.ts';

const collection = 'comments';

const wherePlace = ({ collection: kind, id, locale }: Place): Where => ({
  and: [{ collection: { equals: kind } }, { documentId: { equals: id } }, { locale: { equals: locale } }],
});

/** Everything that was said of a language of a document. */
export const readComments = async (req: PayloadRequest, place: Place): Promise<Comment[]> => {
  const asked = { collection, where: wherePlace(place), limit: 0, pagination: false } as const;
  return (await req.payload.db.find({ ...asked, req })).docs.map(readComment);
};

/** Comments of some threads, whatever they are about. */
export const readThreads = async ({ db }: Pick<Payload, 'db'>, threads: readonly string[]): Promise<Comment[]> => {
  if (threads.length === 0) return [];
  const where: Where = { thread: { in: [...threads] } };
  return (await db.find({ collection, where, limit: 0, pagination: false })).docs.map(readComment);
};

export const makeComment = async (req: PayloadRequest, comment: Comment): Promise<void> => {
  await req.payload.db.create({ collection, customID: comment.id, data: comment, req, returning: false });
};

/** Says of a conversation that its matter is settled, or no longer. */
export const writeSettled = async (
  req: PayloadRequest,
  thread: string,
  settled: { readonly by: string; readonly at: string } | null,
): Promise<void> => {
  const data = { resolvedBy: settled?.by ?? null, resolvedAt: settled?.at ?? null };
  await req.payload.db.updateOne({ collection, where: { id: { equals: thread } }, data, req, returning: false });
};
