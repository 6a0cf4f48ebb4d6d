import { changedAmong, sharedContent, type TextCollection } from '../workflow/content-changes.ts';

/**
 * Names of the fields common to all languages in which a draft differs from what is public: they go live in every
 * public language with whichever language is published next, so a publisher is told before the click.
 */
export const sharedChanges = (
  collection: TextCollection,
  published: Readonly<Record<string, unknown>>,
  draft: Readonly<Record<string, unknown>>,
): string[] => changedAmong(sharedContent[collection], published, draft);
