import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config/config.ts';
import { bad, type Finding, good, warning } from './finding.ts';

/** Whether what an installation writes can be written. */
export async function lookAtFolders(config: Config): Promise<Finding[]> {
  const folders = [config.dataDir, config.mastersDir, config.gateDir, config.deliveryDir, join(config.dataDir, 'logs')];
  const local = /^https?:/.test(config.feedUrl) ? [] : [config.feedUrl];
  const found = await Promise.all([...new Set([...folders, ...local])].map(lookAtFolder));
  const wrong = found.filter(({ state }) => state !== 'good');
  return wrong.length === 0 ? [good('folders', { folder: config.dataDir })] : wrong;
}

async function lookAtFolder(folder: string): Promise<Finding> {
  const there = await stat(folder).catch(() => undefined);
  if (there === undefined) return warning('folder-missing', { folder });
  if (!there.isDirectory()) return bad('folder-is-file', { folder });
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return good('folder', { folder });
  } catch {
    return bad('folder-unwritable', { folder });
  }
}
