import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditStatus } from './audit/auditor.ts';
import type { GateStatus } from './gate.ts';

export type GateState = 'waiting' | 'running' | 'trouble' | 'stopped';

/**
 * `status.json` in the gate's folder: how the gate is, for the supervisor and the doctor, since it has no web face.
 * `at` older than half a minute means that nobody is there.
 */
export interface StatusFile {
  /** Writes when something changed, or when the last writing is some seconds old. */
  write(state: GateState, status: (GateStatus & { readonly audit?: AuditStatus }) | null): Promise<void>;
}

const refreshMs = 5_000;

export function openStatusFile(dir: string): StatusFile {
  const path = join(dir, 'status.json');
  let written = '';
  let writtenAt = 0;
  return {
    write: async (state, status) => {
      const told = JSON.stringify({ state, ...status });
      const now = Date.now();
      if (told === written && now - writtenAt < refreshMs) return;
      await mkdir(dir, { recursive: true, mode: 0o750 });
      await writeFile(
        `${path}.new`,
        JSON.stringify({ state, at: new Date(now).toISOString(), pid: process.pid, ...status }),
      );
      await rename(`${path}.new`, path);
      written = told;
      writtenAt = now;
    },
  };
}
