import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import type { StudioLocale } from '#languages/locales.ts';
import type { RightsClosure } from '#media/rights/rights-in-force.ts';
import { closureOf, heldRights } from '../release/stored-rights.ts';
import { rightsReader } from './rights-reader.ts';

const local = z.record(z.string(), z.string().nullish()).nullish().catch({});
const relation = z
  .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null);

const stored = z.looseObject({
  id: z.string(),
  title: local,
  slug: local,
  alt: local,
  createdBy: relation,
  releasedBy: relation,
  marking: relation,
  master: z.looseObject({ display: z.string().nullish() }).nullish().catch(null),
});

/** What release asks of an image, in all languages. */
export interface ImageFacts {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly slug: Readonly<Record<string, string>>;
  readonly alt: Readonly<Record<string, string>>;
  /** As it holds: its own, else that of its rights record. */
  readonly credit: string;
  readonly rights: string;
  /** Why its rights keep it from the public at this moment; null: they do not. */
  readonly closure: RightsClosure | null;
  readonly createdBy: string | null;
  readonly releasedBy: string | null;
  readonly marking: string | null;
  /** Whether there is anything of its master to show. */
  readonly isShown: boolean;
}

const filled = (map: z.infer<typeof local>): Record<string, string> =>
  Object.fromEntries(Object.entries(map ?? {}).flatMap(([key, value]) => (value?.trim() ? [[key, value]] : [])));

/** Images as the database keeps them, in the order of `ids`; those that do not exist are left out. */
export const readImages = async (req: PayloadRequest, ids: readonly string[]): Promise<ImageFacts[]> => {
  if (ids.length === 0) return [];
  const where = { id: { in: [...new Set(ids)] } };
  const { docs } = await req.payload.db.find({ collection: 'images', where, limit: 0, pagination: false, req });
  const now = new Date().toISOString();
  const found = new Map(
    (await rightsReader(req, req)(docs)).map((doc) => {
      const image = z.parse(stored, doc);
      return [image.id, factsOf(image, doc, now)] as const;
    }),
  );
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
};

const factsOf = (image: z.infer<typeof stored>, document: unknown, now: string): ImageFacts => ({
  ...rightsFacts(document, now),
  id: image.id,
  title: filled(image.title),
  slug: filled(image.slug),
  alt: filled(image.alt),
  createdBy: image.createdBy ?? null,
  releasedBy: image.releasedBy ?? null,
  marking: image.marking ?? null,
  isShown: image.master?.display !== 'none',
});

const rightsFacts = (document: unknown, now: string): Pick<ImageFacts, 'credit' | 'rights' | 'closure'> => {
  const held = heldRights(document);
  return {
    credit: held.rights.credit?.trim() ?? '',
    rights: held.rights.rights ?? '',
    closure: closureOf(held, now),
  };
};

/** What release asks of an image. `shown`: something of its master that can be shown. */
export type Lack = 'title' | 'alt' | 'credit' | 'rights' | 'shown' | 'rightsInForce' | 'consentInForce';

/** A picture that is waiting for its time lacks nothing. What it lacks besides is named by itself. */
const closureLacks = ({ closure }: ImageFacts): Lack[] => {
  if (closure === null || closure === 'rights-missing') return [];
  return closure.startsWith('consent') ? ['consentInForce'] : ['rightsInForce'];
};

/** What release asks for and the image does not have: in one language when one is named, else in every one. */
export const lacksOf = (image: ImageFacts, locale?: StudioLocale): Lack[] => {
  const locales = locale ? [locale] : Object.keys({ ...image.title, ...image.alt });
  const speaks = locales.some((one) => image.title[one] && image.slug[one] && image.alt[one]);
  const titled = locales.some((one) => image.title[one] && image.slug[one]);
  const lacks: Lack[] = speaks ? [] : titled ? ['alt'] : ['title', 'alt'];
  if (image.credit === '') lacks.push('credit');
  if (image.rights === '') lacks.push('rights');
  if (!image.isShown) lacks.push('shown');
  return [...lacks, ...closureLacks(image)];
};

/**
 * Whether all that release asks for is there, its rights aside, which the clock may close again: what they close is left
 * out of what shows it.
 */
export const isDescribed = (image: ImageFacts, locale?: StudioLocale): boolean =>
  isComplete({ ...image, closure: null }, locale);

/** Whether all that release asks for is there: in one language when one is named, else in any. */
export const isComplete = (image: ImageFacts, locale?: StudioLocale): boolean => lacksOf(image, locale).length === 0;

/** How a refusal names an image. */
export const nameOf = (image: ImageFacts, locale?: StudioLocale): string =>
  (locale && image.title[locale]) || Object.values(image.title)[0] || image.id.slice(0, 8);
