import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStudioLocale, toPublicLocale } from '#languages/locales.ts';
import { viewerWords } from '#locales/viewer-words.ts';
import type { DeriveOptions } from '#media/pixels/derive.ts';
import { noticeInForce, type OwnNotice, type RightsWords } from '#media/rights/rights-words.ts';
import { type Usage, usageOf } from '#media/rights/usage.ts';
import { termsWithUsage } from '#media/rights/usage-text.ts';
import { renditionWidths } from '#media/sizes/renditions.ts';
import { type HeldRights, heldRights } from '../release/stored-rights.ts';

/** Grows when renditions of the same master are to look or read otherwise than before. */
const recipe = 2;

/** What is to be made of a master: its name, and the words that go into every file. */
export interface RenderingOrder {
  readonly key: string;
  readonly master: string;
  readonly words: RightsWords;
  /** What rights say of the size, and of what is drawn in. */
  readonly limits: Pick<DeriveOptions, 'maxSide' | 'mark'>;
}

const words = z.record(z.string(), z.string().nullish().catch(null)).nullish().catch(null);

const told = z.string().nullish().catch(null);

const image = z.object({
  master: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  takenOn: z.string().nullish(),
  title: words,
  alt: words,
  ...{ copyright: told, licensor: told, sourceType: told },
});

/** Reads from a picture what decides how its renditions come out; null when it lacks something. */
export function renderingOrder(document: unknown): RenderingOrder | null {
  const read = image.safeParse(document);
  if (!read.success) return null;
  const { master, takenOn, title, alt, sourceType } = read.data;
  const { rights, shown } = heldRights(document);
  const named = toldOf(rights);
  if (!named) return null;
  const words: RightsWords = {
    ...named,
    title: byTag(title),
    alt: byTag(alt),
    ...(takenOn && { date: takenOn }),
    ...termsOf(rights, usageOf(rights, shown.consents), read.data),
    ...(sourceType && { sourceType }),
  };
  const limits = limitsOf(rights);
  const whole = [recipe, renditionWidths, master.sha256, words, ...(Object.keys(limits).length > 0 ? [limits] : [])];
  const key = createHash('sha256').update(JSON.stringify(whole)).digest('hex');
  return { key, master: master.sha256, words, limits };
}

type Rights = HeldRights['rights'];

const toldOf = ({ credit, creator, rights }: Rights) =>
  credit === null || rights === null ? null : { credit, creator: creator ?? '', rights };

/** What is said beyond the statement; members that say nothing are absent, so that a picture without them stays as it was made. */
function termsOf({ holder, rights, terms, webStatement }: Rights, usage: Usage, own: OwnNotice): Partial<RightsWords> {
  const usageTerms = termsWithUsage(terms, usage, viewerWords);
  return {
    ...noticeInForce({ holder, rights }, own),
    ...(Object.keys(usageTerms).length > 0 && { usageTerms }),
    ...(webStatement && { webStatement }),
  };
}

const limitsOf = ({ maxSide, mark, credit }: Rights): RenderingOrder['limits'] => ({
  ...(maxSide !== null && { maxSide }),
  ...(mark && credit && { mark: credit }),
});

const byTag = (texts: z.infer<typeof words>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts ?? {}).flatMap(([locale, text]) =>
      isStudioLocale(locale) && text ? [[toPublicLocale(locale), text]] : [],
    ),
  );
