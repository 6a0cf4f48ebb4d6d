// Adds up what the runs of .ci/run found and prints it as the last line. Arguments: result files of vitest (JSON) and
// words `name=status` for checks that are one program each.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;

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
  } catch {
    failed += 1;
    console.log(`FAILED: no results in ${argument}`);
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
