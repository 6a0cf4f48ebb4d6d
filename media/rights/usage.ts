import { type RightsUse, type RightsValues, rightsUses } from './effective-rights.ts';
import type { Consent } from './rights-in-force.ts';
import { territoryOf } from './territories.ts';

/** What a picture may be used for, and where. Null: nobody has limited it. */
export interface Usage {
  /** In the order of `rightsUses`. What is not named is not allowed. */
  readonly uses: readonly RightsUse[] | null;
  /** Codes of ISO 3166-1 alpha-2, and words where somebody has written what is none. */
  readonly territories: readonly string[] | null;
}

type Uses = Usage['uses'];

/** In rights and consents an empty list limits nothing. */
const limitOf = ({ uses }: { readonly uses: readonly RightsUse[] }): Uses => (uses.length === 0 ? null : uses);

/** What is left of several limits: an empty list where no use is in all of them. */
const common = (limits: readonly Uses[]): Uses => {
  const real = limits.filter((limit) => limit !== null);
  return real.length === 0 ? null : rightsUses.filter((use) => real.every((limit) => limit.includes(use)));
};

/**
 * How a picture may be used: what its rights and all of its consents allow. It does not say which of them it was: a consent
 * that covers the web alone looks like a contract that does.
 */
export function usageOf(
  { uses, territories }: Pick<RightsValues, 'uses' | 'territories'>,
  consents: readonly Pick<Consent, 'uses'>[],
): Usage {
  const written = territories.map(territoryOf).filter((territory) => territory !== '');
  return {
    uses: common([{ uses }, ...consents].map(limitOf)),
    territories: written.length === 0 ? null : [...new Set(written)],
  };
}

/** What two usages both allow of uses; where, by the second, which is the newer. */
export const narrowed = (before: Usage, now: Usage): Usage => ({
  uses: common([before.uses, now.uses]),
  territories: now.territories ?? before.territories,
});

/**
 * Whether a picture is for the press to take along: a file that goes to newsrooms is printed and posted. What may stand on web
 * pages alone is shown from where it is public.
 * @param uses null or undefined: not limited
 */
export const isForPress = (uses: readonly string[] | null | undefined): boolean =>
  !uses || uses.includes('print') || uses.includes('social');
