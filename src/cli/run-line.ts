import { type Config, readConfig } from '#config/config.ts';
import { readOperatorLanguage } from '#config/operator-language.ts';
import { Failure } from '#errors/failure.ts';
import type { Answer, Surroundings } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import { readGiven, readTyped, type Typed } from './read-arguments.ts';
import { openRedraw } from './redraw.ts';
import { root } from './root.ts';
import { usage } from './usage.ts';
import { failureText } from './words/failure-text.ts';
import { openWords, type Words } from './words/words.ts';

/** Failures that only other words on the command line can mend. */
const wrongUse = new Set<string>(['usage', 'selection-unknown']);

/** Where a command writes. */
export type Streams = Pick<NodeJS.Process, 'stdout' | 'stderr'>;

/**
 * Does what one command line asks for.
 * @param argv what stands behind the name of the program
 * @returns the exit status: 0 done, 1 refused or failed, 2 wrong use
 */
export async function runLine(argv: readonly string[], streams: Streams): Promise<number> {
  const t = openWords(readOperatorLanguage());
  const typed = readTyped(argv);
  try {
    const answer = await answerTo(typed, t, streams);
    const text = typed.json ? JSON.stringify(answer.data, null, 2) : answer.lines.join('\n');
    streams.stdout.write(`${text}\n`);
    if (answer.failure && !typed.json) tell(answer.failure, false, t, streams);
    return answer.ok === false || answer.failure ? 1 : 0;
  } catch (error) {
    tell(error, typed.json, t, streams);
    return error instanceof Failure && wrongUse.has(error.code) ? 2 : 1;
  }
}

async function answerTo(typed: Typed, t: Words, streams: Streams): Promise<Answer> {
  const load = typed.name === undefined ? undefined : commands[typed.name];
  if (typed.name === undefined || load === undefined) {
    if (!typed.help && typed.rest.length > 0) throw usage(typed.rest.slice(0, 2).join(' '), '');
    if (!typed.help) throw usage('npx benthanh …', '');
    return { data: { commands: Object.keys(commands) }, lines: generalHelp(t) };
  }
  const command = await load();
  if (typed.help) return { data: command, lines: commandHelp(typed.name, command, t) };
  return command.run(readGiven(command, typed.name, typed.rest), surroundings(typed.json, t, streams));
}

function surroundings(json: boolean, t: Words, streams: Streams): Surroundings {
  let config: Config | undefined;
  return {
    t,
    language: readOperatorLanguage(),
    config: () => {
      config ??= readConfig(undefined, root);
      return config;
    },
    progress: (line) => {
      if (!json) streams.stderr.write(`${line}\n`);
    },
    redraw: json ? () => undefined : openRedraw(streams),
  };
}

function tell(error: unknown, json: boolean, t: Words, { stdout, stderr }: Streams): void {
  const text = failureText(error, t);
  if (json) stdout.write(`${JSON.stringify({ error: text }, null, 2)}\n`);
  else stderr.write(`${text.code}: ${text.message}\n`);
}
