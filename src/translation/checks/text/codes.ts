import { type Content, isRun } from '../../content.ts';
import { codeFaults } from '../../segments/codes.ts';
import type { Check, Found } from '../check.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

const lengthOf = (piece: Content[number]): number => {
  if (isRun(piece)) return piece.text.length;
  return piece.code === 'single' && piece.kind !== 'object' ? 1 : 0;
};

/** Where a code begins and ends in the plain text. */
const placeOf = (content: Content, id: string): Place => {
  let at = 0;
  let start: number | undefined;
  let end = 0;
  for (const piece of content) {
    const isIt = !isRun(piece) && piece.id === id;
    if (isIt) start ??= at;
    at += lengthOf(piece);
    if (isIt) end = at;
  }
  return { start: start ?? 0, end: Math.max(end, start ?? 0) };
};

/** Formatting, links, breaks and unknown objects: lost, added, doubled or crossed. The target's are numbered after the source's. */
export const codes: Check = {
  code: 'codes',
  severity: 'stops',
  find: ({ source, target }) => {
    const faults = codeFaults(source.content, target.content);
    const told = (says: string, ids: readonly string[], side: 'source' | 'target'): Found[] =>
      ids.map((id) => ({
        says: `codes-${says}`,
        side,
        ...placeOf((side === 'source' ? source : target).content, id),
        values: { code: id },
      }));
    return [
      ...told('lost', faults.missing, 'source'),
      ...told('added', faults.added, 'target'),
      ...told('doubled', faults.doubled, 'target'),
      ...told('crossed', faults.crossed, 'target'),
    ];
  },
};
