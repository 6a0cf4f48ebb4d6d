import type { CollectionSlug } from 'payload';
import { extractSegments } from '#translation/segments/extract.ts';
import { isTextCollection } from '../../workflow/content-changes.ts';
import { byLedger } from '../by-ledger.ts';
import type { Stored } from '../document.ts';
import type { Words } from '../lines/sheet.ts';
import { shapeOf } from '../shape-of.ts';
import { sitDown, standUp } from '../sitting.ts';
import type { Held } from './opened.ts';

/** Whether a save goes into the draft that the same sitting has begun, or begins one of its own, so that what stood before stays. */
export type Sitting = 'joins' | 'alone';

/**
 * Saves words of one language as every save does: with its rules, in the person's name or that of the house, upon the revision that
 * was read.
 * @returns what the language says afterwards
 */
export const saveWords = async (
  { req, place, document, words }: Held,
  data: Stored,
  sitting: Sitting = 'joins',
): Promise<Words> => {
  if (Object.keys(data).length === 0) return words;
  const isText = isTextCollection(place.collection);
  if (isText && sitting === 'joins') sitDown(req, document);
  try {
    const saved: unknown = await byLedger(req, () =>
      req.payload.update({
        collection: place.collection as CollectionSlug,
        id: place.id,
        locale: place.locale,
        fallbackLocale: false,
        data: { ...data, revision: document.revision } as never,
        draft: isText,
        depth: 0,
        overrideAccess: !req.user,
        user: req.user,
        req,
      }),
    );
    const target = extractSegments(saved, shapeOf(req.payload, place.collection));
    return { ...words, target, ...(isText ? {} : { publicTarget: target }) };
  } finally {
    standUp(req);
  }
};
