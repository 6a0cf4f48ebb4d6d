import { cityNames } from '#translation/script/city-names.ts';
import type { Override, Overrides } from '#translation/script/overrides.ts';
import { openToTraditional, type ToTraditional } from '#translation/script/to-traditional.ts';

/** Names that are written otherwise in Traditional characters than the dictionary has it, as somebody keeps them. */
export type NamesSource = () => Promise<Overrides>;

const isSame = (one: Override, other: Override | undefined): boolean =>
  one.simplified === other?.simplified && one.traditional === other.traditional;

const areSame = (one: Overrides, other: Overrides): boolean =>
  one.length === other.length && one.every((each, at) => isSame(each, other[at]));

interface Known {
  readonly names: Overrides;
  readonly traditional: ToTraditional;
  /** When they were read, in milliseconds. */
  readonly at: number;
}

/** For so many milliseconds names count as those of this moment: a publication does not wait for a registry of thousands. */
const freshMs = 30_000;

/**
 * The conversion with the names of this moment. A name that has changed is met at the latest when everything is compared with
 * everything: then every text that has it is released anew.
 * @param now milliseconds
 */
export const openTraditional = (
  names: NamesSource,
  now: () => number = () => performance.now(),
): (() => Promise<ToTraditional>) => {
  let known: Known | null = null;
  return async () => {
    const at = now();
    if (known && at - known.at < freshMs) return known.traditional;
    const read = await names();
    const isKnown = known !== null && areSame(known.names, read);
    const traditional = known && isKnown ? known.traditional : openToTraditional([...read, ...cityNames]);
    known = { names: read, traditional, at };
    return traditional;
  };
};
