/**
 * What a segment that came back means for the text as it stands: nothing; it writes where nothing else was written; it says that a text
 * is right as it stands; somebody has written otherwise meanwhile; the source says something else now; codes are damaged; it does not
 * fit; it is in another language; nobody knows of such a segment any more.
 */
export const segmentKinds = [
  'same',
  'change',
  'confirm',
  'conflict',
  'stale',
  'codes',
  'unfit',
  'language',
  'gone',
] as const;
export type SegmentKind = (typeof segmentKinds)[number];

/** What is taken without anybody being asked: it destroys nothing. */
export const cleanKinds: readonly SegmentKind[] = ['change', 'confirm'];

/** What a person can take by choosing it. */
export const choosableKinds: readonly SegmentKind[] = [...cleanKinds, 'conflict', 'stale', 'codes'];
