import type { PayloadRequest, Where } from 'payload';

/** Lines about a document follow its marking, the old ones too: they say that it is there. */
export const resealLines = async (
  req: PayloadRequest,
  subject: { readonly subjectType: string; readonly subjectId: string },
  seal: string,
): Promise<void> => {
  const where: Where = {
    and: [{ collection: { equals: subject.subjectType } }, { documentId: { equals: subject.subjectId } }],
  };
  await req.payload.db.updateMany({ collection: 'audit', where, data: { seal }, req, returning: false });
};
