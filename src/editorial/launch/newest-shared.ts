import type { PayloadRequest } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import { sharedIn } from '../workflow/approved-text.ts';
import { publishedIn } from '../workflow/draft-in.ts';
import type { Approval } from './approvals.ts';
import type { TextName } from './launch-store.ts';

type Approvals = ReadonlyMap<StudioLocale, Approval>;

/**
 * What all languages share goes out once for all of them: as it was approved last, in whichever language, or as it has been
 * published since. A language that was approved earlier does not bring an older cover back.
 * @param publishedAt when the text was last published in any language, as an instant; empty: never
 */
export const withNewestShared = async (
  req: PayloadRequest,
  { collection, id }: TextName,
  approvals: Approvals,
  publishedAt: string,
): Promise<Approvals> => {
  const newest = [...approvals].toSorted(([, one], [, other]) => one.at.localeCompare(other.at)).at(-1);
  if (!newest) return approvals;
  const [locale, { at, approved }] = newest;
  const from = publishedAt > at ? await publishedIn(req, { collection, id }, locale) : approved.fields;
  const shared = sharedIn(collection, from);
  const over = (one: Approval): Approval => ({
    ...one,
    approved: { ...one.approved, fields: { ...one.approved.fields, ...shared } },
  });
  return new Map([...approvals].map(([each, one]) => [each, over(one)]));
};
