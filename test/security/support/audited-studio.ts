import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditDirOf } from '#editorial/gate/audit/audit-dir.ts';
import { type Database, type Studio, startStudio } from '../../support/studio.ts';

/** A studio beside the folder of a gate, whose log its tests keep themselves. */
export interface AuditedStudio {
  readonly studio: Studio;
  /** Of the log. */
  readonly dir: string;
  close(): Promise<void>;
}

export const startAuditedStudio = async (database: Database): Promise<AuditedStudio> => {
  const gateDir = await mkdtemp(join(tmpdir(), 'benthanh-gate-'));
  const studio = await startStudio({ database, values: { gateDir } });
  const close = async () => {
    await studio.close();
    await rm(gateDir, { recursive: true, force: true });
  };
  return { studio, dir: auditDirOf(gateDir), close };
};
