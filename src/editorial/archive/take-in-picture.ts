import type { PayloadRequest } from 'payload';
import type { Level } from '#access/level.ts';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import type { Arrival } from '#media/intake/intake.ts';
import type { EmbeddedRecord } from '#media/metadata/embedded-record.ts';
import { canonicalRights } from '#media/rights/rights.ts';
import { inTransaction } from '../workflow/transaction.ts';
import type { Claim } from './claim.ts';
import { factsInFile, wordsInFile } from './described-by-file.ts';
import { sayComing } from './history/with-history.ts';
import { compareSoon } from './look-alikes/keep-comparing.ts';
import type { Origin } from './origin.ts';
import { undoubted } from './undoubted.ts';

type Doc = Record<string, unknown>;

/** Nothing, no text and no items say nothing; a zero and a no do. */
const says = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** What the file says of itself, where the curator says nothing. @param locale in which the record begins */
const completed = (data: Doc, embedded: EmbeddedRecord, locale: string | null | undefined): Doc => {
  const address = undoubted(embedded, 'webStatement');
  const words = isStudioLocale(locale) ? wordsInFile(embedded, locale, true) : {};
  return {
    ...words,
    ...factsInFile(embedded),
    ...Object.fromEntries(Object.entries(data).filter(([, value]) => says(value))),
    credit: data.credit || undoubted(embedded, 'credit'),
    creator: data.creator || undoubted(embedded, 'creator'),
    takenOn: data.takenOn || undoubted(embedded, 'created')?.slice(0, 'yyyy-mm-dd'.length),
    rights: data.rights || (address && canonicalRights(address)),
  };
};

const originField = (origin: Origin | undefined): Doc =>
  origin ? { origin: { sha256: origin.sha256, bytes: origin.bytes, pending: false } } : {};

/**
 * Puts a picture that has been looked at into the archive, with its record in one language.
 * @param claim on its bytes: without it another process could be making a record of them at this moment
 * @param origin where a bag brings it
 * @returns the record
 */
export const takeInPicture = async (
  req: PayloadRequest,
  claim: Claim,
  arrival: Arrival,
  data: Doc,
  locale?: StudioLocale,
  origin?: Origin,
): Promise<Doc> => {
  const { sha256, bytes, type, width, height, pages, display, filename, thumbhash, likeness, focus, embedded } =
    arrival;
  sayComing(req, { tools: arrival.tools });
  const [focusX, focusY] = focus;
  // The record first: what refuses it keeps the bytes out of the archive as well
  const taken = await inTransaction(req, async () => {
    await claim.confirm(req);
    const made: unknown = await req.payload.create({
      collection: 'images',
      data: { focusX, focusY, ...completed(data, embedded, locale ?? req.locale) } as never,
      context: {
        taken: {
          master: { sha256, bytes, type, width, height, pages, display, filename },
          thumbhash,
          likeness: { hash: likeness, compared: false },
          ...originField(origin),
        },
      },
      depth: 0,
      ...(locale ? { locale } : {}),
      ...(req.user ? { overrideAccess: false, user: req.user } : {}),
      req,
    });
    await origin?.keep();
    await arrival.keep((req.context.level as Level | undefined) ?? 'internal');
    return made as Doc;
  });
  compareSoon(req.payload);
  return taken;
};
