import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLogWriter } from '#audit-log/log-writer.ts';
import { foreseeRemoval, sweepLines } from '#audit-log/sweep.ts';
import { verifyLog } from '#audit-log/verify-log.ts';
import { newSigningKey } from '#feed/keys.ts';
import { someLine } from '../../../../test/support/arbitrary-audit-content.ts';
import { checkByRecords } from './check-by-records.ts';
import { readRemovals, writeRemoval } from './removal-files.ts';
import { sealRemoval } from './removal-record.ts';

const at = '2026-11-27T10:00:00.000Z';

/** A log of three lines, and what removes the second one of them. */
const someLog = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'benthanh-log-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const log = await openLogWriter(dir);
  onTestFinished(() => log[Symbol.dispose]());
  log.append([1, 2, 3].map((count) => ({ line: { ...someLine, id: `l${count}`, station: 's', count } })));
  const removeOne = async () => {
    const { lines, digest } = await foreseeRemoval(dir, 1, [[2, 2]]);
    const ground = { vi: 'x', en: 'x', fr: 'x', zh: 'x' };
    const record = {
      ...{
        version: 1 as const,
        number: 1,
        request: 'r',
        kinds: [{ kind: 'looks' as const, before: at, years: 1, ground }],
      },
      ...{ reason: 'x', asked: { id: 'a', name: null, at }, agreed: { id: 'b', name: null, at } },
      ...{ lines, places: '2', digest, removedAt: at, size: log.size, root: log.root().toString('hex') },
    };
    await writeRemoval(dir, 1, sealRemoval(record, newSigningKey()));
    const [written] = await readRemovals(dir, null);
    log.append([{ removal: { number: 1, record: written?.hash ?? '', lines, at } }]);
    await sweepLines(dir, 1, [[2, 2]]);
  };
  return { dir, removeOne };
};

test('a removal that is carried out while a log is read is no fault of it', async () => {
  const { dir, removeOne } = await someLog();
  let looks = 0;
  const { report, removals } = await checkByRecords(dir, null, async (known) => {
    looks += 1;
    if (looks === 1) await removeOne();
    return verifyLog({ dir, known: [], removals: known });
  });
  expect(report).toMatchObject({ fault: null, size: 4, removed: [{ number: 1, lines: 1 }] });
  expect([looks, removals.length]).toEqual([2, 1]);
});

test('a fault that no record explains is told after one look', async () => {
  const { dir } = await someLog();
  let looks = 0;
  const { report } = await checkByRecords(dir, null, async () => {
    looks += 1;
    return { fault: 'changed' };
  });
  expect([report.fault, looks]).toEqual(['changed', 1]);
});
