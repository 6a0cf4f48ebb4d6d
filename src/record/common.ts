import { z } from 'zod';
import { publicLocales, writtenLocales } from '#languages/locales.ts';

/** 128 random bits in base64url: the only name of a document that the public ever sees. */
export const publicId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** An instant in UTC as RFC 3339 with milliseconds, e.g. `2026-03-01T08:00:00.000Z`. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** Lower-case SHA-256 in hex: the name of a blob. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(200);

export const recordTypes = ['article', 'event', 'image', 'place', 'topic', 'agency', 'album'] as const;
export const recordType = z.enum(recordTypes);
export type RecordType = z.infer<typeof recordType>;

export const publicLocale = z.enum(publicLocales);

/** A language in which people write: a source, or what another one is converted from. */
export const writtenLocale = z.enum(writtenLocales);

/** What a picture may be used for. */
export const imageUse = z.enum(['web', 'print', 'social', 'commercial']);

/** How a text in one language came to be, as the public contract states it. */
export const translationState = z.enum(['original', 'human', 'machine', 'outdated', 'under-correction']);

/** What every edition (one document in one language, as it is to be seen from `appearsAt` until `vanishesAt`) carries. */
export const editionBase = z.strictObject({
  slug,
  title: z.string().min(1).max(500),
  /** Not to be seen before this instant; null: at once. */
  appearsAt: instant.nullable(),
  /** Not to be seen from this instant on; null: never vanishes. */
  vanishesAt: instant.nullable(),
  /** When this language could first be read, or will be. */
  publishedAt: instant,
  /** Last publication of this language; of a planned one, when it appears. */
  updatedAt: instant,
  state: translationState,
  /** Language in which the document was written. */
  source: writtenLocale,
  /** Last publication of the source language. */
  sourceUpdatedAt: instant,
  /** Nobody wrote this text: a program has converted it from the same text in another script. */
  converted: z.strictObject({ from: writtenLocale }).optional(),
});

/**
 * What readers of a language get that a launch has gone out without: `fallback`: the whole document in another language, and a
 * notice that theirs is to follow; `none`: nothing, until there is one in theirs.
 */
export const awaitedAs = z.enum(['fallback', 'none']);
export type AwaitedAs = z.infer<typeof awaitedAs>;

const isLabelled = (editions: Readonly<Record<string, readonly unknown[] | undefined>>): boolean =>
  Object.entries(editions).every(([locale, all = []]) =>
    all.every((edition) => {
      const read = z.object({ converted: editionBase.shape.converted }).safeParse(edition);
      return read.data?.converted?.from === (locale === 'zh-Hant' ? 'zh-Hans' : undefined);
    }),
  );

/**
 * A document as it may be seen outside: its editions by language. The newest edition whose `appearsAt` has come is in
 * force, so a scheduled replacement stands behind the one that it will replace (at most two a language, in order of appearance).
 */
export const recordOf = <T extends RecordType, E extends z.ZodType>(type: T, edition: E) =>
  z.strictObject({
    type: z.literal(type),
    id: publicId,
    /** What is converted says so, and nothing else does. */
    editions: z.partialRecord(publicLocale, z.array(edition).min(1).max(2)).refine(isLabelled),
    /** Slugs that once led here, by language: they answer 301. */
    formerSlugs: z.partialRecord(publicLocale, z.array(slug).max(100)),
    /** Ids of other records of the same picture, for which this one stands now: they answer 301. */
    formerIds: z.array(publicId).max(100).optional(),
    /** Languages that are to follow. One that can be seen is not awaited, whatever stands here. */
    awaited: z.partialRecord(publicLocale, awaitedAs).optional(),
  });
