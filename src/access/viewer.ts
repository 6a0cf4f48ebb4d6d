import type { Clearance } from './level.ts';

export const roles = [
  'administrator',
  'editor',
  'translator',
  'publisher',
  'curator',
  'terminologist',
  'security-officer',
] as const;
export type Role = (typeof roles)[number];

export const isRole = (value: unknown): value is Role => roles.includes(value as Role);

/** Lists of languages that somebody is given. */
export type LanguageList = 'translates' | 'reviews' | 'publishes';

/** Whoever asks, as the database knows them at this moment. */
export interface Viewer {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly clearance: Clearance;
  readonly compartments: readonly string[];
  /** Languages that they may translate into, look over and publish, as codes of the studio. */
  readonly translates: readonly string[];
  readonly reviews: readonly string[];
  readonly publishes: readonly string[];
  /** Shut out: as if they had never signed in. */
  readonly disabled: boolean;
  /** Holds a password that was given to them: they may change it and do nothing else. */
  readonly mustChangePassword: boolean;
  /** Has to prove themselves by more than a password and cannot yet: they may see to that and do nothing else. */
  readonly mustEnrol?: boolean;
}
