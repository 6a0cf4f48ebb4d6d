import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { checkIsolated } from '#isolation/stay-isolated.ts';
import { bad, type Finding, good, warning } from './finding.ts';

const megabyte = 1024 * 1024;
const littleRoom = 2048;
const noRoom = 256;

/** The Node that runs, the room that is left, and whether the clock can be right. */
export async function lookAtMachine(config: Config): Promise<Finding[]> {
  const node = good('node', { version: process.versions.node });
  return [node, await lookAtDisk(config.dataDir), lookAtClock(new Date()), ...(await lookForWaysOut(config))];
}

async function lookForWaysOut(config: Config): Promise<Finding[]> {
  try {
    const tried = await checkIsolated(config);
    return tried === null ? [] : [good('isolated', { tried })];
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    return [bad('way-out', cause.values as Finding['values'])];
  }
}

async function lookAtDisk(folder: string): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const values = { folder, megabytes: Math.floor((bavail * bsize) / megabyte) };
    if (values.megabytes < noRoom) return bad('disk-full', values);
    return values.megabytes < littleRoom ? warning('disk-low', values) : good('disk', values);
  } catch {
    return folder === dirname(folder) ? bad('disk-full', { folder, megabytes: 0 }) : lookAtDisk(dirname(folder));
  }
}

/** No feed of ours is older than this; a machine that thinks so signs what readers will refuse. */
const earliest = Date.UTC(2025, 0, 1);

const lookAtClock = (now: Date): Finding =>
  now.getTime() < earliest ? bad('clock-wrong', { now: now.toISOString() }) : good('clock', { now: now.toISOString() });
