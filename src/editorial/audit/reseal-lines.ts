import type { PayloadRequest, Where } from 'payload';
import { openSeal } from '#collections/seals.ts';

/**
 * Lines about a document follow its marking, the old ones too: they say that it is there. What people asked for without
 * knowing of it stays open: if such a line went, its going would tell.
 */
export const resealLines = async (
  req: PayloadRequest,
  subject: { readonly subjectType: string; readonly subjectId: string },
  seal: string,
): Promise<void> => {
  const where: Where = {
    and: [
      { collection: { equals: subject.subjectType } },
      { documentId: { equals: subject.subjectId } },
      { seal: { not_equals: openSeal } },
    ],
  };
  await req.payload.db.updateMany({ collection: 'audit', where, data: { seal }, req, returning: false });
};
