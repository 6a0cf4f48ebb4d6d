import type { FailureCode } from '#errors/failures.ts';

/**
 * Refusals that say something of a person: they wanted what is not theirs. A form that was filled in wrongly says
 * nothing of anybody and leaves no line.
 */
export const keptRefusals = [
  'sign-in-failed',
  'second-factor-failed',
  'passkey-failed',
  'forbidden',
  'not-found',
  'publish-own-text',
  'publish-language',
  'translate-language',
  'review-own-translation',
  'publish-reference-hidden',
  'image-release-own',
  'album-release-own',
  'deletion-two-steps',
  'deletion-own-request',
  'deletion-held',
  'level-not-allowed',
  'level-lowering',
  'lowering-own-request',
  'lowering-content-higher',
  'secrecy-own-release',
  'level-below-content',
  'clearance-takes-two',
  'grant-own-proposal',
  'removal-clearance',
  'removal-own-request',
  'copy-needs-permission',
  'copy-own-request',
  'copy-not-granted',
  'copy-own-report',
] as const satisfies readonly FailureCode[];
export type KeptRefusal = (typeof keptRefusals)[number];

export const isKept = (code: FailureCode): code is KeptRefusal => keptRefusals.some((one) => one === code);
