/** Stands where something has been read already: no letter, no digit, no space, so that nothing reads across it. */
const taken = '\uFFFC';

/** The text without what `found` has read, each place where it was. */
export const without = (text: string, found: readonly { readonly start: number; readonly end: number }[]): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    pieces.push(text.slice(at, Math.max(start, at)), taken.repeat(end - Math.max(start, at)));
    at = end;
  }
  return pieces.join('') + text.slice(at);
};
