'use client';
import { useState } from 'react';
import type { Line, Sheet } from './answers.ts';
import { type Filter, nextThatNeeds, passes } from './needs.ts';

/** Which lines are shown, which of them is open, and the ways from it. */
export interface Places {
  readonly shown: readonly Line[];
  readonly open: Line | null;
  readonly filter: Filter;
  setFilter(filter: Filter): void;
  openLine(key: string | null): void;
  /** To the line after or before it, as far as there is one. */
  step(by: 1 | -1): void;
  /** To the next one that waits for the person; to the next one at all after something was done and none waits. */
  goOn(isDone: boolean): void;
}

export const usePlaces = ({ segments, may }: Sheet): Places => {
  const [openKey, openLine] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  const shown = segments.filter((line) => line.segment === openKey || passes(line, filter, may));
  const open = segments.find(({ segment }) => segment === openKey) ?? null;
  const beside = (by: 1 | -1): string | null => {
    const at = open ? shown.indexOf(open) + by : 0;
    return shown[at]?.segment ?? openKey;
  };
  return {
    ...{ shown, open, filter, setFilter, openLine },
    step: (by) => openLine(beside(by)),
    goOn: (isDone) => openLine(nextThatNeeds(segments, openKey, may) ?? (isDone ? beside(1) : openKey)),
  };
};
