import type { PayloadRequest } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import type { Arrival, Seen } from '#media/intake.ts';
import { canonicalRights } from '#media/rights.ts';
import { inTransaction } from '../workflow/transaction.ts';

type Doc = Record<string, unknown>;

/** What the file says of itself, where nobody says anything. */
const completed = (data: Doc, embedded: Seen['embedded']): Doc => ({
  ...data,
  credit: data.credit || embedded.credit,
  creator: data.creator || embedded.creator,
  takenOn: data.takenOn || embedded.date,
  rights: data.rights || (embedded.webStatement && canonicalRights(embedded.webStatement)),
});

/** Puts a picture that has been looked at into the archive, with its record in one language. @returns the record */
export const takeInPicture = async (
  req: PayloadRequest,
  arrival: Arrival,
  data: Doc,
  locale?: StudioLocale,
): Promise<Doc> => {
  const { sha256, bytes, type, width, height, filename, thumbhash, focus, embedded } = arrival;
  const [focusX, focusY] = focus;
  // The record first: what refuses it keeps the bytes out of the archive as well
  return inTransaction(req, async () => {
    const made: unknown = await req.payload.create({
      collection: 'images',
      data: { focusX, focusY, ...completed(data, embedded) } as never,
      context: { taken: { master: { sha256, bytes, type, width, height, filename }, thumbhash } },
      depth: 0,
      ...(locale ? { locale } : {}),
      ...(req.user ? { overrideAccess: false, user: req.user } : {}),
      req,
    });
    await arrival.keep();
    return made as Doc;
  });
};
