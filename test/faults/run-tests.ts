import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const report = z.object({
  testResults: z.array(
    z.object({
      message: z.string().optional(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});

/** How tests ended: the titles of those that failed, each with those of its groups, and how many passed. */
export interface Ran {
  readonly failed: readonly string[];
  readonly passed: number;
  /** Whether they came to their end in time. */
  readonly isWhole: boolean;
}

const projectOf = (test: string): string =>
  test.startsWith('test/architecture/') ? 'architecture' : test.startsWith('test/') ? 'int' : 'unit';

/** SQLite alone, and nothing of the machine that would find or build another server. */
const environment = (): NodeJS.ProcessEnv => {
  const { MONGODB_URI: _, NODE_OPTIONS: __, VITEST: ___, ...env } = process.env;
  const path = [join(process.execPath, '..'), '/usr/bin', '/bin'].join(':');
  return { ...env, PATH: path, MONGOMS_DOWNLOAD_MIRROR: 'http://127.0.0.1:9', MONGOMS_DOWNLOAD_DIR: '/nowhere' };
};

/**
 * Runs test files of a copy of the project.
 * @param patience milliseconds after which they are ended
 */
export const runTests = async (folder: string, tests: readonly string[], patience: number): Promise<Ran> => {
  const file = join(tmpdir(), `benthanh-fault-${process.pid}-${Math.random().toString(36).slice(2)}.json`);
  const projects = [...new Set(tests.map(projectOf))].map((project) => `--project=${project}`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...tests, '--maxWorkers=1'];
  const reporting = ['--reporter=json', `--outputFile=${file}`, '--testTimeout=60000', '--hookTimeout=120000'];
  const child = spawn(process.execPath, [...args, ...reporting], {
    ...{ cwd: folder, env: environment(), stdio: 'ignore', detached: true },
  });
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), patience);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return ranOf(await readFile(file, 'utf8').catch(() => null));
};

const ranOf = (text: string | null): Ran => {
  if (text === null) return { failed: [], passed: 0, isWhole: false };
  const results = report.parse(JSON.parse(text)).testResults.flatMap((one) => one.assertionResults);
  const titles = results
    .filter(({ status }) => status === 'failed')
    .map(({ ancestorTitles, title }) => [...ancestorTitles, title].join(' › '));
  return { failed: titles, passed: results.filter(({ status }) => status === 'passed').length, isWhole: true };
};
