import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { judge, readReasons, readReport } from './advisories.ts';

const root = resolve(import.meta.dirname, '../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run check:advisories`: asks the registry for known flaws of packages of production, and holds what it says against the
 * reasons in docs/advisories.md. Ends with 0, with 1 where something has no reason, and with 2 where nobody could be asked.
 */
const main = (): number => {
  const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  // Where npm itself is not there, nothing was said
  const [stdout, stderr] = [asked.stdout ?? '', asked.stderr ?? asked.error?.message ?? ''];
  const known = readReport(stdout);
  const reasons = readReasons(readFileSync(join(root, 'docs/advisories.md'), 'utf8'));
  if (known === null) {
    say('NOT ASKED: the registry did not say which flaws of packages are known. Whether there are any is open.');
    say((/"message": "(.*)"/.exec(stdout)?.[1] ?? stderr).trim());
    return 2;
  }
  const wrong = judge(known, reasons, new Date().toISOString().slice(0, 10));
  for (const line of wrong) say(line);
  say(
    `${known.length} known flaws of packages of production, ${known.length === 0 ? 'none' : reasons.length} with a reason`,
  );
  return wrong.length === 0 ? 0 : 1;
};

process.exitCode = main();
