import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import type { StudioLocale } from '#languages/locales.ts';
import { localisedContent, sharedContent, type TextCollection } from './content-changes.ts';

type Doc = Readonly<Record<string, unknown>>;

/** One language of a text as somebody has approved of it, with what all languages share as it stood then. */
export const approvedText = z.object({
  fields: z.record(z.string(), z.unknown()),
  /** Who had a hand in it. */
  authors: z.array(z.string()),
});
export type ApprovedText = z.infer<typeof approvedText>;

/** A list that a database leaves out when it is empty is an empty list. */
const lists = new Set(['topics', 'places']);

const contentOf = (collection: TextCollection): string[] => [...localisedContent, ...sharedContent[collection]];

/** What of a document goes out with a language. @param doc in that language, relations as ids */
export const contentIn = (collection: TextCollection, doc: Doc): Record<string, unknown> =>
  Object.fromEntries(contentOf(collection).map((name) => [name, doc[name] ?? (lists.has(name) ? [] : null)]));

/** The part of it that all languages share. */
export const sharedIn = (collection: TextCollection, doc: Doc): Record<string, unknown> =>
  Object.fromEntries(sharedContent[collection].map((name) => [name, doc[name] ?? (lists.has(name) ? [] : null)]));

const key = 'approvedText';

/** Says of the publication that follows that it is of a text that was approved, whatever the draft has become since. */
export const sayApproval = (req: PayloadRequest, text: ApprovedText): void => {
  req.context[key] = text;
};

/** The approved text that is being published; null: what goes out is the draft. */
export const saidApproval = (req: PayloadRequest): ApprovedText | null =>
  (req.context[key] as ApprovedText | undefined) ?? null;

const authorsByLocale = z.record(z.string(), z.array(z.string())).nullish().catch({});

/** The text of one language at the moment of its approval. */
export const approvedIn = (collection: TextCollection, doc: Doc, locale: StudioLocale): ApprovedText => ({
  fields: contentIn(collection, doc),
  authors: authorsByLocale.parse(doc.authors)?.[locale] ?? [],
});
