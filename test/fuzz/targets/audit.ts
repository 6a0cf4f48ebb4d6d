import { deepStrictEqual, ok } from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { entryBytes, readEntry } from '#audit-log/entry.ts';
import { openLogWriter } from '#audit-log/log-writer.ts';
import { linesPath, treePath } from '#audit-log/paths.ts';
import { verifyLog } from '#audit-log/verify-log.ts';
import { someLine } from '../../support/arbitrary-audit-content.ts';
import { type Target, usualSteps } from '../target.ts';

const json = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  'null',
  '\\u0000',
  '\\ud800',
  '1e309',
  '"n":',
  '"previous":',
  '"v":1',
  '"gap":',
  '"line":',
  '__proto__',
];

/** One line. What is read is written again byte for byte, or it is no line. */
const line: Target = {
  name: 'audit-line',
  samples: () => [
    entryBytes({ line: someLine }, 7, null),
    entryBytes({ line: { ...someLine, who: 'Nguyễn “A” \u2028', times: 3 } }, 8, 'a'.repeat(64)),
    entryBytes({ gap: { station: 's', from: 1, to: 2, noticedAt: '2026-11-25T10:00:00.000Z' } }, 9, 'b'.repeat(64)),
  ],
  words: json,
  codes: /^audit-entry-malformed$/,
  steps: usualSteps,
  read: (bytes) => {
    const entry = readEntry(Buffer.from(bytes));
    deepStrictEqual(entryBytes(entry, entry.n, entry.previous), Buffer.from(bytes));
  },
};

const folder = mkdtempSync(join(tmpdir(), 'benthanh-fuzz-audit-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const written = async (): Promise<{ lines: Uint8Array; tree: Uint8Array }> => {
  using log = await openLogWriter(folder);
  log.append([1, 2, 3, 4, 5].map((count) => ({ line: { ...someLine, id: `line-${count}`, count } })));
  return { lines: readFileSync(linesPath(folder, 1)), tree: readFileSync(treePath(folder)) };
};

const sound = await written();

/** A whole log of which somebody has changed the lines or the tree: whatever it was, a report says what is wrong. */
const log: Target = {
  name: 'audit-log',
  samples: () => [sound.lines, Buffer.concat([Buffer.from('tree'), sound.tree])],
  words: [...json, '\n', '\n\n', 'tree', '\r\n'],
  codes: /^audit-/,
  steps: usualSteps,
  read: async (bytes) => {
    const isTree = Buffer.from(bytes).toString('latin1', 0, 4) === 'tree';
    mkdirSync(dirname(linesPath(folder, 1)), { recursive: true });
    writeFileSync(linesPath(folder, 1), isTree ? sound.lines : bytes);
    writeFileSync(treePath(folder), isTree ? bytes.subarray(4) : sound.tree);
    const { fault, size } = await verifyLog({ dir: folder, known: [] });
    const same = Buffer.from(isTree ? bytes.subarray(4) : bytes).equals(Buffer.from(isTree ? sound.tree : sound.lines));
    ok(!same || (fault === null && size === 5), 'a sound log is found sound');
    if (!isTree && fault === null)
      ok(
        Buffer.from(bytes).subarray(0, sound.lines.length).equals(Buffer.from(sound.lines)),
        'lines that were changed are found sound',
      );
  },
};

export const auditTargets: readonly Target[] = [line, log];
