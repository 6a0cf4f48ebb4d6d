import { hostname } from 'node:os';
import { createLocalReq, type Payload } from 'payload';
import { type Act, writeAudit } from './audit-line.ts';

/** Who acts, in a line of the audit log, where an operator does at the command line: no person of the studio. */
export const commandLine = (): string => `command line, ${hostname()}`;

/** Leaves the line of what an operator does at the command line; a failure to write fails the command. */
export const noteCommand = async (payload: Payload, act: Omit<Act, 'who'>): Promise<void> =>
  writeAudit(await createLocalReq({}, payload), { ...act, who: commandLine() });
