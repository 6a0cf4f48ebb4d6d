/**
 * Grounds that the studio itself writes into the history of a marking, where a marking begins or opens without anybody being asked for
 * one. They are kept as these codes, and put into words for whoever reads them.
 */
export const ownGrounds = ['new', 'derived', 'upload', 'bag', 'first publication', 'release'] as const;
export type OwnGround = (typeof ownGrounds)[number];

/** Key of the words of a ground, in `studio`; null where a person wrote it, in their own words. */
export const keyOfGround = (basis: string): string | null =>
  ownGrounds.some((one) => one === basis) ? `ground.${basis.replaceAll(' ', '-')}` : null;
