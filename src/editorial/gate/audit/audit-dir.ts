import { join } from 'node:path';

/** The folder of the audit log within that of the gate. */
export const auditDirOf = (gateDir: string): string => join(gateDir, 'audit');
