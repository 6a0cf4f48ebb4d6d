import { type Content, plainText } from '../content.ts';
import { contentOf } from './content-of.ts';
import { nodesFrom } from './nodes-from.ts';
import { retell } from './retell.ts';

/** What says something: nodes in a text of the editor, otherwise the text itself. */
export type Sentence = readonly unknown[] | string;

/**
 * The nodes of a sentence in the target: those that it has, or others that say what is given, with the target's own links and
 * things first and the source's where it has none.
 */
export function tell(source: readonly unknown[], content: Content | undefined, own: Sentence): readonly unknown[] {
  const nodes = typeof own === 'string' ? nodesFrom([{ text: own }], new Map()) : own;
  return content ? retell(nodes, content, contentOf(nodes), contentOf(source).templates) : nodes;
}

/** The same for a field that holds its text bare. */
export function say(content: Content | undefined, own: Sentence): string {
  if (content) return plainText(content);
  return typeof own === 'string' ? own : plainText(contentOf(own).content);
}
