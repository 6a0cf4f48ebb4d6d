import fc from 'fast-check';
import { anyRecipe, cook } from './change-bytes.ts';
import { shrink } from './shrink.ts';
import type { StepMeter } from './step-meter.ts';
import type { Target } from './target.ts';
import { type End, type Fault, mostSteps, tryInput, tryMeasured } from './try-input.ts';

/** An input that shows a fault, as small as it could be made. */
export interface Found {
  readonly target: string;
  readonly fault: Fault;
  readonly bytes: Uint8Array;
}

/** What became of the inputs of one target. */
export interface Explored {
  readonly target: string;
  readonly seed: number;
  readonly runs: number;
  readonly read: number;
  readonly refused: number;
  /** Inputs that led where none before them led; later ones are changed from these. */
  readonly kept: number;
  /** The most expensive input, and the most expensive for its length. */
  readonly mostSteps: number;
  readonly stepsPerByte: number;
  readonly found: readonly Found[];
}

export interface Exploration {
  readonly target: Target;
  readonly seed: number;
  readonly meter: StepMeter;
  /** Inputs that are tried before any other: those that once showed a fault. */
  readonly first: readonly Uint8Array[];
  /** Whether to change what led further; it costs a look at the counters for each input that did. */
  readonly guided: boolean;
  /** Asked before each input: whether there is to be another one, after so many. */
  readonly goesOn: (runs: number) => boolean;
  /** Told each input before it is tried, so that somebody still knows it if nothing comes back. */
  readonly beforeEach: (bytes: Uint8Array, runs: number) => void;
}

/** Faults of one target that are kept apart; a reader that shows more of them has to be mended first. */
const mostFound = 10;

const isSame = (one: Fault, end: End): boolean =>
  typeof end === 'object' && one.kind === end.kind && one.what === end.what;

/** Inputs that are measured together: looking at the counters costs more than most inputs do. */
const together = 16;

/** Tries inputs on one target, and remembers what they led to. */
class Explorer {
  readonly corpus: Uint8Array[];
  readonly found: Found[] = [];
  readonly told = { runs: 0, read: 0, refused: 0, kept: 0, mostSteps: 0, stepsPerByte: 0 };
  readonly #of: Exploration;
  /** Ways that single inputs took, and that inputs together took. */
  readonly #seen = { one: new Set<string>(), some: new Set<string>() };

  constructor(of: Exploration, samples: readonly Uint8Array[]) {
    this.#of = of;
    this.corpus = [...samples];
  }

  /** Each input by itself only where all of them together led further, or cost more, than one can be allowed. */
  async take(inputs: readonly Uint8Array[]): Promise<void> {
    const { target, meter, guided } = this.#of;
    meter.read();
    for (const bytes of inputs) await this.#count(bytes, await this.#try(bytes));
    const { ways, steps } = meter.read();
    const most = Math.min(...inputs.map((bytes) => mostSteps(target, bytes.length)));
    const isFurther = guided && this.#isNew(ways, this.#seen.some);
    if (isFurther || steps > most) for (const bytes of inputs) await this.#measure(bytes);
  }

  #try(bytes: Uint8Array): Promise<End> {
    this.#of.beforeEach(bytes, this.told.runs);
    return tryInput(this.#of.target, bytes);
  }

  async #count(bytes: Uint8Array, end: End): Promise<void> {
    this.told.runs += 1;
    if (end === 'read') this.told.read += 1;
    else if (end === 'refused') this.told.refused += 1;
    else await this.#keep(bytes, end, (fewer) => this.#try(fewer));
  }

  async #measure(bytes: Uint8Array): Promise<void> {
    const { target, meter, beforeEach } = this.#of;
    const measured = (some: Uint8Array) => {
      beforeEach(some, this.told.runs);
      return tryMeasured(target, some, meter);
    };
    const { end, work } = await measured(bytes);
    this.told.mostSteps = Math.max(this.told.mostSteps, work.steps);
    this.told.stepsPerByte = Math.max(this.told.stepsPerByte, Math.round(work.steps / (bytes.length + 100)));
    if (typeof end === 'object') await this.#keep(bytes, end, async (fewer) => (await measured(fewer)).end);
    else if (this.#isNew(work.ways, this.#seen.one)) this.told.kept = this.corpus.push(bytes);
  }

  async #keep(bytes: Uint8Array, fault: Fault, again: (bytes: Uint8Array) => Promise<End>): Promise<void> {
    if (this.found.length >= mostFound || this.found.some((one) => isSame(one.fault, fault))) return;
    const small = await shrink(bytes, async (fewer) => isSame(fault, await again(fewer)));
    this.found.push({ target: this.#of.target.name, fault, bytes: small });
  }

  #isNew(ways: ReadonlySet<string>, seen: Set<string>): boolean {
    const before = seen.size;
    for (const way of ways) seen.add(way);
    return seen.size > before;
  }
}

/**
 * Tries inputs on a target until it is told to stop: first its samples and what once showed a fault, then what is made of them and of
 * whatever led further.
 */
export const explore = async (of: Exploration): Promise<Explored> => {
  const { target, seed, goesOn, guided } = of;
  const samples = [...(await target.samples()), ...of.first];
  await tryInput(target, samples[0] ?? new Uint8Array());
  const explorer = new Explorer(of, samples);
  for (const some of guided ? samples.map((one) => [one]) : [samples]) await explorer.take(some);
  for (let batch = 0; goesOn(explorer.told.runs); batch += 1) {
    const recipes = fc.sample(anyRecipe, { seed: (seed + batch * 7919) | 0, numRuns: together });
    await explorer.take(recipes.map((recipe) => cook(recipe, { corpus: explorer.corpus, words: target.words })));
  }
  return { target: target.name, seed, ...explorer.told, found: explorer.found };
};
