/** Reads a log in a process that holds nothing else, in one of three ways: tells how long it took, and the memory at its peak. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readLines } from '#audit-log/read-lines.ts';
import { verifyLog } from '#audit-log/verify-log.ts';

/** What such a process says. */
export interface Verified {
  readonly lines: number;
  readonly seconds: number;
  readonly megabytes: number;
  /** Before the work began. */
  readonly atRest: number;
}

const [way = '', dir = '', scratch = '', url = ''] = process.argv.slice(2);
/** Of this process alone: the peak that `getrusage` tells begins with that of whoever started it. */
const peak = (): number => {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('no peak in /proc/self/status');
  return Math.round(Number(kilobytes) / 1024);
};

/** What the lines cost that are read and hashed, and nothing else. */
const hashAll = async (): Promise<number> => {
  let lines = 0;
  for await (const { bytes } of readLines(dir)) {
    createHash('sha256').update(bytes).digest();
    lines += 1;
  }
  return lines;
};

const files = async (): Promise<number> => {
  const { size, fault } = await verifyLog({ dir, known: [] });
  if (fault) throw new Error(JSON.stringify(fault));
  return size;
};

const ways: Readonly<Record<string, () => Promise<() => Promise<number>>>> = {
  hashed: () => Promise.resolve(hashAll),
  files: () => Promise.resolve(files),
  database: async () => {
    // A CMS weighs more than a log: whoever reads files alone does without
    const { openStudio } = await import('../studio-here.ts');
    const { verifyAudit } = await import('#editorial/gate/audit/verify-audit.ts');
    const { payload } = await openStudio(scratch, url, ['administrator', 'editor'], 'verify');
    await payload.db.deleteMany({ collection: 'audit', where: { action: { equals: 'create' } } });
    return async () => {
      const { size, fault } = await verifyAudit({ payload, dir, known: [] });
      if (fault) throw new Error(JSON.stringify(fault));
      await payload.destroy();
      return size;
    };
  },
};

const work = await ways[way]?.();
const atRest = peak();
const began = performance.now();
const lines = (await work?.()) ?? 0;
const said: Verified = { lines, seconds: (performance.now() - began) / 1_000, megabytes: peak(), atRest };
process.send?.(said, () => process.exit());
