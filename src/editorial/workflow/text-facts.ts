import { z } from 'zod';

const map = <T extends z.ZodType>(value: T) => z.record(z.string(), value).nullish().catch({});
const relation = z
  .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null);

const facts = z.looseObject({
  id: z.string().optional().catch(undefined),
  title: z.string().nullish().catch(null),
  slug: z.string().nullish().catch(null),
  summary: z.string().nullish().catch(null),
  body: z.unknown().optional(),
  cover: relation,
  marking: relation,
  createdBy: relation,
  revision: z.number().nullish().catch(0),
  authors: map(z.array(z.string())),
  formerSlugs: map(z.array(z.string())),
  firstPublished: map(z.string()),
  lastPublished: map(z.string()),
  publishedBy: map(z.string()),
  _status: z.unknown().optional(),
  updatedAt: z.string().nullish().catch(null),
});

/** A document in one language, as hooks get it, with the machinery's fields made sure of. */
export interface TextFacts {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly summary: string;
  readonly body: unknown;
  readonly cover: string | null;
  readonly marking: string | null;
  readonly createdBy: string | null;
  readonly revision: number;
  readonly authors: Readonly<Record<string, readonly string[]>>;
  readonly formerSlugs: Readonly<Record<string, readonly string[]>>;
  readonly firstPublished: Readonly<Record<string, string>>;
  readonly lastPublished: Readonly<Record<string, string>>;
  readonly publishedBy: Readonly<Record<string, string>>;
  readonly isPublished: boolean;
  readonly updatedAt: string | null;
}

export const textFacts = (doc: unknown): TextFacts => {
  const read = facts.parse(doc ?? {});
  return {
    id: read.id ?? '',
    title: read.title ?? '',
    slug: read.slug ?? '',
    summary: read.summary ?? '',
    body: read.body,
    cover: read.cover ?? null,
    marking: read.marking ?? null,
    createdBy: read.createdBy ?? null,
    revision: read.revision ?? 0,
    authors: read.authors ?? {},
    formerSlugs: read.formerSlugs ?? {},
    firstPublished: read.firstPublished ?? {},
    lastPublished: read.lastPublished ?? {},
    publishedBy: read.publishedBy ?? {},
    isPublished: read._status === 'published',
    updatedAt: read.updatedAt ?? null,
  };
};

/** What the machinery alone writes, as a save hands it on. */
export const machineryOf = (facts: TextFacts) => ({
  marking: facts.marking,
  createdBy: facts.createdBy,
  revision: facts.revision,
  authors: facts.authors,
  formerSlugs: facts.formerSlugs,
  firstPublished: facts.firstPublished,
  lastPublished: facts.lastPublished,
  publishedBy: facts.publishedBy,
});
