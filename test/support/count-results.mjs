// Adds up what the runs of .ci/run found and prints it as the last line; before it, what failed, with its file and the first
// lines of why, for whoever sees the end of a long output alone. Arguments: result files of vitest (JSON) and words
// `name=status` for checks that are one program each.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const LINES_OF_WHY = 6;

let passed = 0;
let failed = 0;

/** The first lines of what a test said, without the lines of the stack. */
const why = (message = '') =>
  message
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*at /.test(line))
    .slice(0, LINES_OF_WHY)
    .map((line) => `    ${line}`)
    .join('\n');

/** Prints each failed test of a file, or that the file as a whole did not run. */
const printFailures = (file) => {
  const path = relative(process.cwd(), file.name);
  const tests = file.assertionResults.filter(({ status }) => status === 'failed');
  for (const test of tests) console.log(`FAILED: ${path} > ${test.fullName}\n${why(test.failureMessages?.[0])}`);
  if (file.status === 'failed' && tests.length === 0) console.log(`FAILED: ${path}\n${why(file.message)}`);
};

for (const argument of process.argv.slice(2)) {
  const [name, status] = argument.split('=');
  if (status !== undefined) {
    if (status === '0') passed += 1;
    else {
      failed += 1;
      console.log(`FAILED: ${name}`);
    }
    continue;
  }
  try {
    const result = JSON.parse(readFileSync(argument, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    result.testResults.forEach(printFailures);
  } catch {
    failed += 1;
    console.log(`FAILED: no results in ${argument}`);
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
