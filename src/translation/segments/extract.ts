import type { StudioLocale } from '#languages/locales.ts';
import { type Content, isRun } from '../content.ts';
import { contentOf } from './content-of.ts';
import type { Segment } from './segment.ts';
import type { FieldShape } from './shape.ts';
import type { Visit } from './slots.ts';
import { walkFields } from './walk-fields.ts';

/** Whether there is anything to read, and so to translate. */
export const hasWords = (content: Content): boolean =>
  content.some((piece) => isRun(piece) && piece.text.trim() !== '');

/**
 * All segments of a document, in reading order. What holds no words is no segment. Never throws: what is malformed has no
 * segments.
 * @param locale the language to read, where the document was read in all of them at once; without it, fields hold
 * their values bare
 */
export function extractSegments(
  document: unknown,
  shape: readonly FieldShape[],
  locale?: StudioLocale,
): readonly Segment[] {
  const segments: Segment[] = [];
  const visit: Visit = {
    plain: (place, value) => {
      const content = typeof value === 'string' ? [{ text: value }] : [];
      if (hasWords(content)) segments.push({ ...place, content });
      return value;
    },
    rich: (place, nodes) => {
      const { content } = contentOf(nodes);
      if (hasWords(content)) segments.push({ ...place, content });
      return nodes;
    },
  };
  walkFields(document, shape, { visit, path: '', field: '', depth: 0, locale });
  return segments;
}
