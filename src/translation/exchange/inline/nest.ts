import type { ProblemCode } from '../problem.ts';
import type { Place } from '../xml/element.ts';
import type { OpenToken, Token } from './token.ts';

/** Something wrong with one code. */
export interface CodeFault {
  readonly code: ProblemCode;
  readonly id: string;
  readonly at: Place;
}

interface Open {
  readonly index: number;
  readonly token: OpenToken;
}

interface Nesting {
  /** Tokens that are left out; the words within stay. */
  readonly dropped: Set<number>;
  /** Index of the opening token by that of its closing one. */
  readonly opened: Map<number, number>;
  readonly faults: CodeFault[];
}

/** Leaves out codes that cross others or lack their other half, so that those that stay are nested. */
export const nest = (tokens: readonly Token[]): Nesting => {
  const nesting: Nesting = { dropped: new Set(), opened: new Map(), faults: [] };
  const stack: Open[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.token === 'open') stack.push({ index, token });
    else if (token.token === 'close') closeAt(nesting, stack, index, token);
  }
  for (const { index, token } of stack) drop(nesting, 'code-broken', token.id ?? token.key, token.at, index);
  return nesting;
};

const closeAt = (nesting: Nesting, stack: Open[], index: number, { key, at }: { key: string; at: Place }): void => {
  const place = stack.findLastIndex(({ token }) => token.key === key);
  const open = stack[place];
  if (!open) {
    drop(nesting, 'code-broken', key, at, index);
    return;
  }
  const crosses = place < stack.length - 1;
  stack.splice(place, 1);
  if (crosses) drop(nesting, 'code-crossed', open.token.id ?? key, open.token.at, open.index, index);
  else nesting.opened.set(index, open.index);
};

const drop = (nesting: Nesting, code: ProblemCode, id: string, at: Place, ...indexes: readonly number[]): void => {
  for (const index of indexes) nesting.dropped.add(index);
  nesting.faults.push({ code, id, at });
};
