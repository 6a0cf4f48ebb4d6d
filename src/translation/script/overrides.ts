/** How a name is written in both scripts, where what the dictionary would make of it is wrong. */
export interface Override {
  readonly simplified: string;
  readonly traditional: string;
}

/** Names that stand over the dictionary. Of one that is named twice the first counts. */
export type Overrides = readonly Override[];
