import type { Fault } from './fault.ts';
import { ofAccess } from './of-access.ts';
import { ofBackups } from './of-backups.ts';
import { ofChance } from './of-chance.ts';
import { ofCopies } from './of-copies.ts';
import { ofFiles } from './of-files.ts';
import { ofMarkings } from './of-markings.ts';
import { ofMedia } from './of-media.ts';
import { ofPages } from './of-pages.ts';
import { ofPasskeys } from './of-passkeys.ts';
import { ofPeople } from './of-people.ts';
import { ofQuestions } from './of-questions.ts';
import { ofRetention } from './of-retention.ts';
import { ofSealing } from './of-sealing.ts';
import { ofSeals } from './of-seals.ts';
import { ofTheGate } from './of-the-gate.ts';
import { ofTheLog } from './of-the-log.ts';
import { ofTokens } from './of-tokens.ts';

/** Every fault that a test has to notice. */
export const allFaults: readonly Fault[] = [
  ...ofQuestions,
  ...ofAccess,
  ...ofPages,
  ...ofPasskeys,
  ...ofPeople,
  ...ofFiles,
  ...ofBackups,
  ...ofSealing,
  ...ofMarkings,
  ...ofCopies,
  ...ofSeals,
  ...ofMedia,
  ...ofTheGate,
  ...ofChance,
  ...ofTheLog,
  ...ofRetention,
  ...ofTokens,
];
