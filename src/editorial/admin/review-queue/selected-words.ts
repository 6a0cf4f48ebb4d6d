import type { Say } from '../words/use-words.ts';

/** How many are selected, and where those are more than one act takes, that the rest stays selected for the next one. */
export const selectedWords = (say: Say, selected: number, most: number): readonly string[] => [
  say('queue.selected', { number: selected }),
  ...(selected > most ? [say('queue.most', { most })] : []),
];
