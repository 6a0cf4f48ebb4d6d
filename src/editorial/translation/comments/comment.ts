import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { segmentRoles } from '#translation/segments/segment.ts';
import { contentSchema } from '../content-schema.ts';
import { translatedCollections } from '../translated-collections.ts';

/** The passage that a thread is about, as it was when somebody began to talk about it. */
const anchor = z.object({
  /** Id of the ledger’s unit, where anything was remembered of the passage. */
  unit: z.string().nullable(),
  /** Its name by its words, as `lines/line.ts` gives it. */
  alias: z.string(),
  field: z.string(),
  role: z.enum(segmentRoles),
  /** `target`: there was no source. */
  side: z.enum(['source', 'target']),
  content: contentSchema,
});
export type Anchor = z.infer<typeof anchor>;

const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());

const stored = z.object({
  id: z.string(),
  thread: z.string(),
  collection: z.enum(translatedCollections),
  documentId: z.string(),
  locale: z.enum(studioLocales),
  anchor: anchor
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  by: z.string(),
  at: instant,
  text: z.string(),
  mentions: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
  resolvedBy: z
    .string()
    .nullish()
    .transform((value) => (value ? value : null)),
  resolvedAt: instant.nullish().transform((value) => value ?? null),
});

/** One comment as it is kept; `anchor` and `resolved…` are those of the first comment of a thread. */
export type Comment = z.infer<typeof stored>;

/** @throws ZodError for a row that no program of ours has written */
export const readComment = (value: unknown): Comment => stored.parse(value);

/** A conversation: its first comment, and the answers in their order. */
export interface Thread {
  readonly first: Comment;
  readonly comments: readonly Comment[];
}

/** Comments put together to conversations, the oldest first. An answer whose beginning is gone belongs to none. */
export const threadsOf = (comments: readonly Comment[]): Thread[] => {
  const inOrder = comments.toSorted((one, other) => one.at.localeCompare(other.at) || one.id.localeCompare(other.id));
  const byThread = Map.groupBy(inOrder, ({ thread }) => thread);
  return inOrder
    .filter(({ id, thread }) => id === thread)
    .map((first) => ({ first, comments: byThread.get(first.id) ?? [first] }));
};
