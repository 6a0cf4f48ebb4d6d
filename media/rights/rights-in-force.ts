import type { RightsUse, RightsValues } from './effective-rights.ts';

/** Whether people can be recognised in a picture, and have agreed (in the spirit of IPTC’s model release status). */
export const peopleStates = ['none', 'released', 'not-released'] as const;
export type PeopleState = (typeof peopleStates)[number];

/** A person’s, or for a minor their guardian’s, consent, as far as it decides whether a picture may be shown. */
export interface Consent {
  readonly kind: 'adult' | 'minor';
  /** What it covers; nothing named: all. */
  readonly uses: readonly RightsUse[];
  /** Instants in UTC. */
  readonly validUntil: string | null;
  /** Whenever that is: a withdrawal closes as soon as it is written down. */
  readonly withdrawnOn: string | null;
}

export interface PeopleShown {
  readonly people: PeopleState | null;
  /** Whether minors can be recognised. */
  readonly minors: boolean;
  readonly consents: readonly Consent[];
}

/** Why the public may not see a picture although it was released. */
export const rightsClosures = [
  'rights-missing',
  'rights-contradict',
  'rights-not-web',
  'rights-expired',
  'consent-withdrawn',
  'consent-expired',
  'consent-not-web',
  'consent-missing',
] as const;
export type RightsClosure = (typeof rightsClosures)[number];

/** From when until when a picture may be seen; null: without such a bound. */
export interface RightsWindow {
  readonly appearsAt: string | null;
  readonly vanishesAt: string | null;
}

const latest = (moments: readonly (string | null)[]) =>
  moments
    .filter((moment) => moment !== null)
    .sort()
    .at(-1);
const earliest = (moments: readonly (string | null)[]) => moments.filter((moment) => moment !== null).sort()[0];

/** The window that rights and consents leave: from the later of embargo and begin to the first of all ends. */
export function rightsWindow(
  rights: Pick<RightsValues, 'embargo' | 'validFrom' | 'validUntil'>,
  consents: readonly Pick<Consent, 'validUntil'>[],
): RightsWindow {
  return {
    appearsAt: latest([rights.embargo, rights.validFrom]) ?? null,
    vanishesAt: earliest([rights.validUntil, ...consents.map(({ validUntil }) => validUntil)]) ?? null,
  };
}

const allowsWeb = (uses: readonly RightsUse[]): boolean => uses.length === 0 || uses.includes('web');

function consentClosure({ people, minors, consents }: PeopleShown, now: string): RightsClosure | null {
  if (consents.some(({ withdrawnOn }) => withdrawnOn !== null)) return 'consent-withdrawn';
  if (consents.some(({ validUntil }) => validUntil !== null && validUntil <= now)) return 'consent-expired';
  if (consents.some(({ uses }) => !allowsWeb(uses))) return 'consent-not-web';
  const lacksMinor = minors && !consents.some(({ kind }) => kind === 'minor');
  const lacksAny = people === 'not-released' || (people === 'released' && consents.length === 0);
  return lacksMinor || lacksAny ? 'consent-missing' : null;
}

/**
 * Why a picture may not be shown now, or ever again; null where rights and consents allow it. An embargo, or a begin that
 * has not come, closes nothing: it only waits.
 * @param now instant
 */
export function rightsClosure(
  rights: Pick<RightsValues, 'rights' | 'uses' | 'validUntil'>,
  shown: PeopleShown,
  now: string,
): RightsClosure | null {
  if (rights.rights === null) return 'rights-missing';
  if (!allowsWeb(rights.uses)) return 'rights-not-web';
  if (rights.validUntil !== null && rights.validUntil <= now) return 'rights-expired';
  return consentClosure(shown, now);
}
