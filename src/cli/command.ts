import type { Config } from '#config/config.ts';
import type { OperatorLanguage } from '#config/operator-language.ts';
import type { Words } from './words/words.ts';

/** An option of a command: `--name <value>`, or `--name` alone where it is a switch. */
export interface OptionKind {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
}

/** What a command was given: positional arguments by name, and options as they stand. */
export interface Given {
  readonly args: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** What a command may use. Progress goes to the person only, never into `--json`. */
export interface Surroundings {
  readonly config: () => Config;
  readonly t: Words;
  /** In which `t` speaks. */
  readonly language: OperatorLanguage;
  readonly progress: (line: string) => void;
  /** A line that changes in its place, for a person at a terminal only. */
  readonly redraw: (line: () => string) => void;
}

/** What a command answers: data for `--json`, lines for a person, and whether what it looked at is in order. */
export interface Answer {
  readonly data: unknown;
  readonly lines: readonly string[];
  /** False ends the program with status 1, for a check that found something. */
  readonly ok?: boolean;
  /** What ended the work before its end: told beside the answer as any failure is, and the program ends with status 1. */
  readonly failure?: unknown;
}

/**
 * One command of `npx benthanh <noun> <verb>`. Its words stand in the `cli` namespace under its name. What takes long to
 * load is imported by `run`, so that neither help nor wrong use waits for it.
 */
export interface Command {
  /** Names of the positional arguments, all needed. */
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, OptionKind>>;
  run(given: Given, around: Surroundings): Promise<Answer>;
}
