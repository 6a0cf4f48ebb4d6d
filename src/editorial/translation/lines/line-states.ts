/** Where one segment stands in its language. */
export const lineStates = [
  'missing',
  'machine',
  'translated',
  'reviewed',
  'outdated',
  'left-out',
  'only-here',
] as const;
export type LineState = (typeof lineStates)[number];
