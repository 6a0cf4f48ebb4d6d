import type { StudioLocale } from '#languages/locales.ts';
import { plainText } from '#translation/content.ts';
import type { Segment } from '#translation/segments/segment.ts';
import { type TermFinding, termFindings, wrongNames } from '#translation/terms/term-findings.ts';
import type { TermIndex } from '#translation/terms/term-index.ts';

/** What is wrong with a name, and in which part of the document. Places are UTF-16 units of that part's plain text. */
export interface PlacedFinding extends TermFinding {
  readonly path: string;
  readonly field: string;
}

export interface Named {
  readonly segments: readonly Segment[];
  readonly locale: StudioLocale;
}

/** Forms in a document that must not be written on a day, in reading order. */
export const wrongNamesIn = (index: TermIndex, { segments, locale }: Named, day: string): PlacedFinding[] =>
  segments.flatMap(({ path, field, content }) =>
    wrongNames(index, plainText(content), locale, day).map((finding) => ({ ...finding, path, field })),
  );

/** Parts of a document end where a paragraph does: no name reaches over. */
const whole = ({ segments }: Named): string => segments.map(({ content }) => plainText(content)).join('\n¶\n');

/**
 * Official names of a source that its translation names nowhere. The documents are held against each other as wholes, so that a
 * translator may say a name in another sentence than the source does.
 */
export const missingNamesIn = (index: TermIndex, source: Named, target: Named, day: string): TermFinding[] => {
  if (target.segments.length === 0) return [];
  const pair = {
    source: { text: whole(source), locale: source.locale },
    target: { text: whole(target), locale: target.locale },
    day,
  };
  return termFindings(index, pair).filter(({ fault }) => fault === 'missing');
};
