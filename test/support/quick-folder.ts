import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps in memory what lies here. */
const memory = '/dev/shm';

/** Bytes that have to be free of it, and of the memory beside it. A run holds a few gigabytes at the most. */
const enough = 8 * 2 ** 30;

/** Names the folder on the disk, where pictures of what failed outlive the run. */
const onDisk = 'BENTHANH_TEST_DISK';

/**
 * Databases, masters and data folders of tests lie in memory where there is plenty: each is written once, flushed at every step
 * and thrown away, and a quarter of a run would be spent waiting for the disk. TMPDIR decides where it is set.
 * @returns what takes everything away at the end
 */
export async function takeQuickFolder(): Promise<() => void> {
  if (process.env.TMPDIR || !(await isRoomy())) return () => {};
  forgetKilled();
  process.env[onDisk] = tmpdir();
  const folder = mkdtempSync(join(memory, `benthanh-${process.pid}-`));
  process.env.TMPDIR = folder;
  return () => {
    delete process.env.TMPDIR;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** What runs left that were killed: nothing else would give the memory back. */
function forgetKilled(): void {
  for (const name of readdirSync(memory)) {
    const [, pid] = /^benthanh-(\d+)-\w+$/.exec(name) ?? [];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) rmSync(join(memory, name), { recursive: true, force: true });
  }
}

/** Where something may be left that somebody looks at after the run. */
export const lastingFolder = (): string => process.env[onDisk] ?? tmpdir();

async function isRoomy(): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(memory);
    // The browser is unpacked there too
    const [mount] = /^\S+ \/dev\/shm .*$/m.exec(await readFile('/proc/mounts', 'utf8')) ?? [];
    if (mount === undefined || mount.includes('noexec')) return false;
    return Math.min(bavail * bsize, await availableMemory()) >= enough;
  } catch {
    return false;
  }
}

/** Free memory and what caches would give back, in bytes. */
async function availableMemory(): Promise<number> {
  const [, kilobytes] = /^MemAvailable: *(\d+) kB/m.exec(await readFile('/proc/meminfo', 'utf8')) ?? [];
  return kilobytes ? Number(kilobytes) * 1024 : freemem();
}
