import type { Fault } from './fault.ts';
import { ofAccess } from './of-access.ts';
import { ofBackups } from './of-backups.ts';
import { ofChance } from './of-chance.ts';
import { ofFiles } from './of-files.ts';
import { ofMarkings } from './of-markings.ts';
import { ofPasskeys } from './of-passkeys.ts';
import { ofPeople } from './of-people.ts';
import { ofQuestions } from './of-questions.ts';
import { ofSealing } from './of-sealing.ts';
import { ofTheGate } from './of-the-gate.ts';
import { ofTheLog } from './of-the-log.ts';

/** Every fault that a test has to notice. */
export const allFaults: readonly Fault[] = [
  ...ofQuestions,
  ...ofAccess,
  ...ofPasskeys,
  ...ofPeople,
  ...ofFiles,
  ...ofBackups,
  ...ofSealing,
  ...ofMarkings,
  ...ofTheGate,
  ...ofChance,
  ...ofTheLog,
];
