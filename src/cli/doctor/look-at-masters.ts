import { stat } from 'node:fs/promises';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { readFixityRecord } from '#media/fixity/record.ts';
import { bad, type Finding, good, warning } from './finding.ts';

/** What the checks of the masters found, whether they come round as promised, and whether the mirror is there. */
export async function lookAtMasters({ mastersDir, mastersMirror }: Config): Promise<Finding[]> {
  return [...lookAtRecord(mastersDir), ...(await lookAtMirror(mastersMirror))];
}

function lookAtRecord(folder: string): Finding[] {
  try {
    const counts = readFixityRecord(folder, (record) => record.counts(new Date()));
    if (counts === undefined) return [];
    const { damaged, missing, overdue, sound, masters } = counts;
    return [
      damaged + missing > 0 ? bad('masters-wrong', { damaged, missing, folder }) : good('masters', { sound, masters }),
      ...(overdue > 0 ? [warning('masters-overdue', { overdue })] : []),
    ];
  } catch (error) {
    if (error instanceof Failure) return [bad(error.code, error.values)];
    // The folders' own finding tells what stands in the way.
    return [];
  }
}

async function lookAtMirror(folder: string | undefined): Promise<Finding[]> {
  if (folder === undefined) return [];
  const there = await stat(folder).catch(() => undefined);
  return there?.isDirectory() ? [] : [warning('mirror-missing', { folder })];
}
