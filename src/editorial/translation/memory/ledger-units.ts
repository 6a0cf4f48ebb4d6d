import type { PayloadRequest } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import { type Content, isRun } from '#translation/content.ts';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import type { MemoryText, MemoryUnit } from '#translation/memory/unit.ts';
import type { Segment } from '#translation/segments/segment.ts';
import { segmentsIn, type Translatable } from '../document.ts';
import type { LedgerRow } from '../ledger/row.ts';
import type { Unit } from '../ledger/unit.ts';

/** Memory holds words and formatting; where a link leads is said by the text that is being translated. */
const withoutAddresses = (content: Content): Content =>
  content.map((piece) => {
    if (isRun(piece) || piece.code !== 'open') return piece;
    const { code, id, kind } = piece;
    return { code, id, kind };
  });

interface Reviewed {
  readonly id: string;
  readonly source: Content;
  readonly target: Content;
  readonly at: string;
}

/** What a second person has found right, as it was then. What was adapted on purpose says something else than its source. */
const reviewedOf = ({ id, source, target, review, apart }: Unit): Reviewed[] => {
  if (!source || !target || !review || apart) return [];
  const isSame = review.fingerprint === fingerprintOf(source) && review.targetFingerprint === fingerprintOf(target);
  return isSame ? [{ id, source, target, at: review.at }] : [];
};

/** Finds a text among the segments of its document, with what stands around it now. */
const placing = (segments: readonly Segment[]) => {
  const prints = segments.map(({ content }) => fingerprintOf(content));
  const places = new Map(prints.map((print, at) => [print, at]));
  return (content: Content): MemoryText => {
    const at = places.get(fingerprintOf(content));
    const kept = { content: withoutAddresses(content) };
    if (at === undefined) return kept;
    return { ...kept, path: segments[at]?.path, before: prints[at - 1] ?? '', after: prints[at + 1] ?? '' };
  };
};

/** Units of memory that one language of a document gives. @param seal of the document */
export const unitsOfRow = (req: PayloadRequest, row: LedgerRow, document: Translatable, seal: string): MemoryUnit[] => {
  const reviewed = row.units.flatMap(reviewedOf);
  if (reviewed.length === 0 || row.locale === document.source) return [];
  const place = (locale: StudioLocale) => placing(segmentsIn(req, document, document.draft, locale));
  const [inSource, inTarget] = [place(document.source), place(row.locale)];
  return reviewed.map(({ id, source, target, at }) => ({
    ...{ id: `${row.id}/${id}`, seal, at },
    document: { collection: row.collection, id: row.documentId },
    texts: { [document.source]: inSource(source), [row.locale]: inTarget(target) },
  }));
};
