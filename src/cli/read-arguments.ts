import { parseArgs } from 'node:util';
import type { Command, Given } from './command.ts';
import { commands } from './commands.ts';
import { usage } from './usage.ts';

/** What a person typed, before the command itself is loaded. */
export interface Typed {
  /** Name of a command, or undefined where there is none such. */
  readonly name: string | undefined;
  readonly rest: readonly string[];
  readonly help: boolean;
  readonly json: boolean;
}

/** Takes the words up to the first option as the command's name, the longest that exists. */
export function readTyped(argv: readonly string[]): Typed {
  const help = argv.includes('--help') || argv.includes('-h');
  const json = argv.includes('--json');
  const others = argv.filter((word) => !['--help', '-h', '--json'].includes(word));
  for (const length of [2, 1]) {
    const name = others.slice(0, length).join(' ');
    if (Object.hasOwn(commands, name)) return { name, rest: others.slice(length), help, json };
  }
  return { name: undefined, rest: others, help, json };
}

/**
 * Reads arguments and options of one command.
 * @throws Failure `usage` with `{ problem }` naming the word that is wrong or missing
 */
export function readGiven(command: Command, name: string, rest: readonly string[]): Given {
  const { values, positionals } = parse(command, rest, name);
  const surplus = positionals[command.args.length];
  if (surplus !== undefined) throw usage(surplus, name);
  const args = command.args.map((arg, index): [string, string] => {
    const value = positionals[index];
    if (value === undefined || value === '') throw usage(`<${arg}>`, name);
    return [arg, value];
  });
  return { args: Object.fromEntries(args), options: values };
}

function parse(command: Command, rest: readonly string[], name: string) {
  try {
    return parseArgs({ args: [...rest], options: command.options, allowPositionals: true, strict: true });
  } catch (cause) {
    const quoted = cause instanceof Error ? /'(-[^'\s]+)/.exec(cause.message)?.[1] : undefined;
    throw usage(quoted ?? rest.join(' '), name, cause);
  }
}
