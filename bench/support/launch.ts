import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { promiseEnd } from './endings.ts';

/** A program of this bench that runs beside it. */
export interface Launched<Message> extends AsyncDisposable {
  readonly child: ChildProcess;
  /** The first thing that it said. */
  readonly message: Message;
  /** Megabytes resident now. */
  memory(): Promise<number>;
}

/** What a process says next. @throws Error when it ends without a word */
const nextWord = async (child: ChildProcess, name: string): Promise<unknown> => {
  const ended = Promise.withResolvers<never>();
  const end = (code: number | null) => ended.reject(new Error(`${name} ended with ${code}`));
  child.once('exit', end);
  try {
    const [message] = await Promise.race([once(child, 'message'), ended.promise]);
    return message;
  } finally {
    child.off('exit', end);
  }
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
};

/**
 * Starts a program and waits for its first word. It goes when it is disposed of, and when this process goes.
 * @param script file beside this one
 * @param read tells whether the word is the one that is awaited
 * @param env variables besides ours
 */
export const launch = async <Message>(
  script: string,
  args: readonly string[],
  read: (message: unknown) => message is Message,
  env: Readonly<Record<string, string>> = {},
): Promise<Launched<Message>> => {
  const child = fork(new URL(script, import.meta.url), args, { env: { ...process.env, ...env } });
  const ending = promiseEnd(() => stop(child));
  const message = await nextWord(child, script);
  if (!read(message)) throw new Error(`${script} said something else: ${JSON.stringify(message)}`);
  const memory = async () => {
    child.send('memory');
    return Math.round(Number(await nextWord(child, script)) / 2 ** 20);
  };
  return { child, message, memory, ...ending };
};
