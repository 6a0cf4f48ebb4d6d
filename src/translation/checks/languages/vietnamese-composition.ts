import type { Check } from '../check.ts';

const clusters = /\P{M}\p{M}+/gsu;

/** Letters with marks beside them instead of on them (NFD): they look alike, and no search finds them. The first one is told. */
export const vietnameseComposition: Check = {
  code: 'vietnamese-composition',
  severity: 'warns',
  languages: ['vi'],
  find: ({ target: { text } }) => {
    const wrong = [...text.matchAll(clusters)].filter(({ 0: cluster }) => cluster.normalize('NFC') !== cluster);
    const [first] = wrong;
    if (!first) return [];
    return [{ start: first.index, end: first.index + first[0].length, values: { found: first[0].normalize('NFC') } }];
  },
};
