import type { Content } from '../../content.ts';
import { assemble, codesOf } from '../inline/assemble.ts';
import type { CodeFault } from '../inline/nest.ts';
import type { Token } from '../inline/token.ts';
import { collapsed } from './white-space.ts';

/** What a unit’s two sides hold; null: there is no target. */
export interface Sides {
  readonly source: readonly Token[];
  readonly target: readonly Token[] | null;
  readonly preserved: boolean;
}

export interface ReadSides {
  readonly source: Content;
  readonly target: Content | null;
  /** Of the target: what is wrong with a source that came back matters to nobody. */
  readonly faults: readonly CodeFault[];
}

/** Both sides as contents. A target that says nothing is none. */
export const readSides = ({ source, target, preserved }: Sides): ReadSides => {
  const spaced = (tokens: readonly Token[]) => (preserved ? tokens : collapsed(tokens));
  const { content } = assemble(spaced(source), { known: new Map(), lenient: true });
  if (target === null) return { source: content, target: null, faults: [] };
  const read = assemble(spaced(target), { known: codesOf(content), lenient: false });
  return { source: content, target: read.content.length === 0 ? null : read.content, faults: read.faults };
};
