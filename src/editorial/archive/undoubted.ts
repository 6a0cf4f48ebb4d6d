import type { EmbeddedRecord } from '#media/metadata/embedded-record.ts';

/** Characters, as of the fields that are filled. */
const longest = 300;

/** What nobody needs to confirm of a value: all of it as the file has it, unless it may be in an older encoding. */
export const undoubted = ({ values }: EmbeddedRecord, property: keyof EmbeddedRecord['values']): string | null => {
  const said = values[property]?.said ?? [];
  const whole = said.map(({ text }) => text).join(', ');
  if (whole === '' || said.some(({ legacy }) => legacy)) return null;
  return [...whole].slice(0, longest).join('');
};
