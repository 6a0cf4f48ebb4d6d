import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { type RightsWindow, rightsWindow } from '#media/rights/rights-in-force.ts';
import { flag, instantOrNull, localInstant } from '../../release/stored-kinds.ts';
import { heldRights } from '../../release/stored-rights.ts';
import { isTextCollection } from '../../workflow/content-changes.ts';
import { rightsReader } from '../../workflow/rights-reader.ts';
import { isPublished, type Translatable } from '../document.ts';

const times = z.object({ appearsAt: localInstant, vanishesAt: localInstant });
const press = z.object({ pressKit: flag, pressEmbargo: instantOrNull });

const always: RightsWindow = { appearsAt: null, vanishesAt: null };
const never: RightsWindow = { appearsAt: null, vanishesAt: new Date(0).toISOString() };

const ofText = (document: Translatable): RightsWindow => {
  const read = times.safeParse(document.published);
  if (!read.success || !isPublished(document, document.source)) return never;
  const { appearsAt, vanishesAt } = read.data;
  return { appearsAt: appearsAt[document.source] ?? null, vanishesAt: vanishesAt[document.source] ?? null };
};

const ofPicture = async (req: PayloadRequest, { published }: Translatable): Promise<RightsWindow> => {
  const [filled] = await rightsReader(req, req)([published]);
  const { rights, shown } = heldRights(filled);
  return rightsWindow(rights, shown.consents);
};

const ofAlbum = ({ published }: Translatable): RightsWindow => {
  const read = press.safeParse(published);
  if (!read.success) return never;
  return { appearsAt: read.data.pressKit ? read.data.pressEmbargo : null, vanishesAt: null };
};

const windowOf = (req: PayloadRequest, document: Translatable): RightsWindow | Promise<RightsWindow> => {
  if (isTextCollection(document.collection)) return ofText(document);
  if (document.collection === 'images') return ofPicture(req, document);
  return document.collection === 'albums' ? ofAlbum(document) : always;
};

/**
 * Whether the time of a document’s own language is now: it is published, and neither waits for a moment (planned, an embargo of a press
 * kit or of rights) nor is over. Its marking is asked elsewhere.
 */
export const isReadableNow = async (
  req: PayloadRequest,
  document: Translatable,
  now = new Date(),
): Promise<boolean> => {
  const { appearsAt, vanishesAt } = await windowOf(req, document);
  const moment = now.toISOString();
  return (appearsAt === null || appearsAt <= moment) && (vanishesAt === null || vanishesAt > moment);
};
