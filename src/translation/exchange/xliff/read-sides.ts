import type { Content } from '../../content.ts';
import { assemble, codesOf } from '../inline/assemble.ts';
import type { CodeFault } from '../inline/nest.ts';
import type { Token } from '../inline/token.ts';
import { collapsed } from './white-space.ts';

/** What a unit’s two sides hold; null: there is no target. */
export interface Sides {
  readonly source: readonly Token[];
  readonly target: readonly Token[] | null;
  /** The target as it went out; null: the file does not say it. */
  readonly sent: readonly Token[] | null;
  readonly preserved: boolean;
}

export interface ReadSides {
  readonly source: Content;
  readonly target: Content | null;
  readonly targetAsSent: Content | null;
  /** Of the target: what is wrong with a source that came back matters to nobody. */
  readonly faults: readonly CodeFault[];
}

/** Both sides as contents. A target that says nothing is none. */
export const readSides = ({ source, target, sent, preserved }: Sides): ReadSides => {
  const spaced = (tokens: readonly Token[]) => (preserved ? tokens : collapsed(tokens));
  const { content } = assemble(spaced(source), { known: new Map(), lenient: true });
  const known = codesOf(content);
  const targetAsSent = sent && assemble(spaced(sent), { known, lenient: true }).content;
  if (target === null) return { source: content, target: null, targetAsSent, faults: [] };
  const read = assemble(spaced(target), { known, lenient: false });
  return {
    source: content,
    target: read.content.length === 0 ? null : read.content,
    targetAsSent,
    faults: read.faults,
  };
};
