import type { Payload } from 'payload';
import type { ReleaseRules } from '../workflow/release-images.ts';

/** The places between which a process may end. The next round finds all that it needs in the row. */
export const launchSteps = ['decided', 'set-aside', 'published', 'taken-back'] as const;
export type LaunchStep = (typeof launchSteps)[number];

/** What acting takes. */
export interface Acting {
  readonly payload: Payload;
  readonly rules: ReleaseRules;
  /** The moment for which the round is made. */
  readonly now: Date;
  /** Called when a step is done; what it throws stops the launch there. */
  readonly step?: (step: LaunchStep) => void | Promise<void>;
}
