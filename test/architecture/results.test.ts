import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The end of a run's output, from the report of its tests and how each of its parts ended. */
const endOf = (report: object, ...statuses: readonly string[]) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  const { stdout, status } = spawnSync(process.execPath, ['test/support/count-results.mjs', ...statuses, file], {
    cwd: root,
    encoding: 'utf8',
  });
  return { lines: stdout.trimEnd().split('\n'), status };
};

const passedTest = { status: 'passed', fullName: 'a picture is kept', failureMessages: [] };
const failedTest = {
  status: 'failed',
  fullName: 'a text is kept',
  failureMessages: ['AssertionError: expected 1 to be 2\n    at somewhere.ts:1:1'],
};

test('a run that failed names what failed, its file and why, and then says how many', () => {
  const name = join(root, 'test/api/texts.int.test.ts');
  const testResults = [{ name, status: 'failed', message: '', assertionResults: [passedTest, failedTest] }];
  const { lines, status } = endOf({ numPassedTests: 1, numFailedTests: 1, testResults }, 'lint=0', 'test=1');
  expect(lines).toEqual([
    'FAILED: test',
    'FAILED: test/api/texts.int.test.ts > a text is kept',
    '    AssertionError: expected 1 to be 2',
    '2 passed, 2 failed',
  ]);
  expect(status).toBe(1);
});

test('a file that could not be read at all is named as well', () => {
  const name = join(root, 'test/api/texts.int.test.ts');
  const testResults = [{ name, status: 'failed', message: 'Cannot find the module', assertionResults: [] }];
  const { lines } = endOf({ numPassedTests: 0, numFailedTests: 0, testResults }, 'test=1');
  expect(lines).toEqual([
    'FAILED: test',
    'FAILED: test/api/texts.int.test.ts',
    '    Cannot find the module',
    '0 passed, 1 failed',
  ]);
});

test('a run in which nothing failed says how many passed, and no more', () => {
  const testResults = [{ name: root, status: 'passed', message: '', assertionResults: [passedTest] }];
  const { lines, status } = endOf({ numPassedTests: 1, numFailedTests: 0, testResults }, 'lint=0');
  expect(lines).toEqual(['2 passed, 0 failed']);
  expect(status).toBe(0);
});
