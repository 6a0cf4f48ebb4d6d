import type { QueuePicture } from './answers.ts';
import type { FileState } from './use-file-hints.ts';
import type { Asked } from './use-openings.ts';

interface Seen extends Asked {
  /** Markings whose end somebody has come to. */
  readonly seen: ReadonlySet<string>;
  readonly fileOf: (picture: QueuePicture) => FileState;
}

/**
 * Which pictures an act is about, and whether all that would become readable of them has been looked at. Those of which nothing was
 * told though all was asked for have left the queue meanwhile: they are no part of it any more, and hold up no other.
 */
export const lowerReady = (
  pictures: readonly QueuePicture[],
  { openings, whole, seen, fileOf }: Seen,
): { readonly acting: readonly QueuePicture[]; readonly isReady: boolean } => {
  const acting = whole ? pictures.filter(({ marking }) => openings[marking]) : pictures;
  const areSeen = acting.every((one) => seen.has(one.marking) && fileOf(one) !== 'waiting');
  return { acting, isReady: whole && acting.length > 0 && areSeen };
};
