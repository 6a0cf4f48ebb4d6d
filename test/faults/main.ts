import { resolve } from 'node:path';
import { allFaults } from './all-faults.ts';
import type { Fault } from './fault.ts';
import { runTests } from './run-tests.ts';
import { openScratch } from './scratch.ts';
import { judged, openVerdicts, type Verdict, type Verdicts } from './verdicts.ts';

const root = resolve(import.meta.dirname, '../..');
/** Milliseconds for the tests of one fault. */
const patience = 5 * 60_000;
/** Copies of the project that are tried at the same time. */
const copies = 2;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const lineOf = ({ name, rows }: Fault, verdict: Verdict | null): string => {
  const { end, by, seconds } = verdict ?? { end: 'not-decided', by: '', seconds: 0 };
  const why = by && `  ${end === 'found' ? 'by' : 'only'} ${by}`;
  return `${end.padEnd(12)}${`${seconds} s`.padStart(6)}  ${name} (${rows.map((row) => `R${row}`).join(' ')})${why}`;
};

const isWanted = (names: readonly string[]) => (fault: Fault) =>
  names.length === 0 || names.some((name) => fault.name === name || fault.rows.some((row) => `R${row}` === name));

/** Tests have to pass without any fault, or that they fail would prove nothing. */
const areSound = async (faults: readonly Fault[]): Promise<boolean> => {
  const tests = [...new Set(faults.flatMap((fault) => fault.tests))].sort();
  await using scratch = await openScratch(root);
  let isSound = true;
  for (let first = 0; first < tests.length; first += 8) {
    const some = tests.slice(first, first + 8);
    const { failed, isWhole } = await runTests(scratch.folder, some, 8 * patience);
    for (const title of failed) say(`fails without a fault: ${title}`);
    if (!isWhole) say(`did not come to an end: ${some.join(' ')}`);
    isSound &&= isWhole && failed.length === 0;
  }
  return isSound;
};

const tryAll = async (waiting: Fault[], verdicts: Verdicts): Promise<void> => {
  await using scratch = await openScratch(root);
  for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
    const { name, tests } = fault;
    const began = Date.now();
    const ran = await scratch
      .spoilt(fault, () => runTests(scratch.folder, tests, patience))
      .catch((error: Error) => {
        say(`${name}: ${error.message}`);
        return { failed: [], passed: 0, isWhole: false };
      });
    await verdicts.keep(fault, { ...judged(fault, ran), seconds: Math.round((Date.now() - began) / 1000) });
    say(lineOf(fault, await verdicts.known(fault)));
  }
};

/**
 * `npm run test:faults [-- names or rows…]`: puts one fault at a time into a copy of the project and demands that a test of its row
 * fails. `--again` forgets what earlier runs have found, `--list` tells what they found, `--quick` believes that the tests pass
 * without a fault.
 */
async function main(args: readonly string[]): Promise<number> {
  const faults = allFaults.filter(isWanted(args.filter((arg) => !arg.startsWith('--'))));
  const verdicts = await openVerdicts(root);
  const states = await Promise.all(faults.map(async (fault) => ({ fault, known: await verdicts.known(fault) })));
  const isOpen = ({ known }: (typeof states)[number]) => args.includes('--again') || known?.end !== 'found';
  const waiting = args.includes('--list') ? [] : states.filter(isOpen).map(({ fault }) => fault);
  if (waiting.length > 0 && !args.includes('--quick') && !(await areSound(waiting))) return 1;
  await Promise.all(Array.from({ length: Math.min(copies, waiting.length) }, () => tryAll(waiting, verdicts)));
  const ends = await Promise.all(faults.map(async (fault) => ({ fault, verdict: await verdicts.known(fault) })));
  for (const { fault, verdict } of ends)
    if (verdict?.end !== 'found' || args.includes('--list')) say(lineOf(fault, verdict));
  const found = ends.filter(({ verdict }) => verdict?.end === 'found').length;
  say(`${found} of ${faults.length} faults are found`);
  return found === faults.length && faults.length > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
