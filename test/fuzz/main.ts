import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openTarget, targetNames } from './all-targets.ts';
import type { Explored } from './explore.ts';
import { keepFound } from './keep-found.ts';
import { openBench } from './run-target.ts';
import { openStepMeter } from './step-meter.ts';
import { tryMeasured } from './try-input.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const usage = `npm run fuzz [-- <target>…] [--seconds 600] [--seed 1] [--runs 1000] [--input <file>]
Targets: ${targetNames.join(', ')}`;

const lineOf = ({ target, runs, read, refused, kept, mostSteps, stepsPerByte, found }: Explored): string =>
  [
    target.padEnd(20),
    `${runs} inputs`.padStart(16),
    `${read} read`.padStart(14),
    `${refused} refused`.padStart(16),
    `${kept} new ways`.padStart(16),
    `${mostSteps} steps at most`.padStart(24),
    `${stepsPerByte} a byte`.padStart(14),
    found.length === 0 ? '' : `  ${found.length} FAULTS`,
  ].join('');

const again = (target: string, file: string): string => `npm run fuzz -- ${target} --input ${file}`;

const tryAll = async (
  names: readonly string[],
  { seconds, seed, runs }: { seconds: number; seed: number; runs: number },
) => {
  using bench = openBench();
  let faults = 0;
  const share = Math.floor((seconds * 1000) / names.length);
  for (const target of names) {
    const outcome = await bench.run({ target, seed, guided: true, runs, milliseconds: share }, (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${target} ${done} inputs`);
    });
    if (process.stdout.isTTY) process.stdout.write('\r');
    if ('lost' in outcome) {
      const file = keepFound(target, outcome.lost.bytes);
      say(`${target}: an input ${outcome.lost.why}. Again: ${again(target, file)}`);
      faults += 1;
      continue;
    }
    say(lineOf(outcome.explored));
    for (const { fault, bytes } of outcome.explored.found) {
      say(`  ${fault.kind}: ${fault.what}. Again: ${again(target, keepFound(target, bytes))}`);
      faults += 1;
    }
  }
  return faults;
};

const tryOne = async (name: string, file: string): Promise<number> => {
  const target = await openTarget(name);
  using meter = openStepMeter();
  const {
    end,
    work: { steps },
  } = await tryMeasured(target, readFileSync(file), meter);
  say(typeof end === 'string' ? `${end}, ${steps} steps` : `${end.kind}: ${end.what}, ${steps} steps`);
  return typeof end === 'string' ? 0 : 1;
};

/** `npm run fuzz`: gives the readers of outside bytes as many broken inputs as fit into the time, and keeps what shows a fault. */
const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '600' },
      seed: { type: 'string' },
      runs: { type: 'string', default: String(Number.MAX_SAFE_INTEGER) },
      input: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const names = positionals.length > 0 ? positionals : targetNames;
  const isKnown = names.every((name) => targetNames.includes(name));
  if (values.help || !isKnown) {
    say(usage);
    return isKnown ? 0 : 2;
  }
  if (values.input !== undefined) return tryOne(names[0] ?? '', values.input);
  const seed = Number(values.seed ?? randomInt(2 ** 31));
  const seconds = Number(values.seconds);
  if (!Number.isSafeInteger(seed) || !(seconds > 0)) throw new Error(usage);
  say(
    `Seed ${seed}, ${seconds} seconds for ${names.length} targets. The same again: npm run fuzz -- ${positionals.join(' ')} --seed ${seed}`.replaceAll(
      '  ',
      ' ',
    ),
  );
  const faults = await tryAll(names, { seconds, seed, runs: Number(values.runs) });
  say(faults === 0 ? 'No fault was found.' : `${faults} faults were found. Their inputs are in test/fuzz/found.`);
  return faults === 0 ? 0 : 1;
};

process.exitCode = await main();
