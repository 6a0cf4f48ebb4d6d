import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '../content.ts';
import { contentOf } from './content-of.ts';
import { retell } from './retell.ts';
import type { FieldShape } from './shape.ts';
import type { Visit } from './slots.ts';
import { walkFields } from './walk-fields.ts';

export interface Inserted {
  /** The document with the contents in it. What did not change is shared with the document that was given. */
  readonly document: unknown;
  /** Paths at which the document has no place for words: what was meant for them has to go elsewhere. */
  readonly unplaced: readonly string[];
}

/**
 * Puts contents at their places, the mirror of `extractSegments`. A content that says what stands there already, with the same codes,
 * leaves the very nodes that were there. Never throws.
 * @param contents by the path of their segment
 * @param locale as for `extractSegments`
 */
export function insertContents(
  document: unknown,
  shape: readonly FieldShape[],
  contents: ReadonlyMap<string, Content>,
  locale?: StudioLocale,
): Inserted {
  const unplaced = new Set(contents.keys());
  const given = (path: string): Content | undefined => {
    unplaced.delete(path);
    return contents.get(path);
  };
  const visit: Visit = {
    plain: ({ path }, value) => {
      const content = given(path);
      return content ? plainText(content) : value;
    },
    rich: ({ path }, nodes) => {
      const content = given(path);
      return content ? retell(nodes, content, contentOf(nodes)) : nodes;
    },
  };
  const changed = walkFields(document, shape, { visit, path: '', field: '', depth: 0, locale });
  return { document: changed, unplaced: [...unplaced] };
}
