import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { filesIn } from '../../support/files-in.ts';

/** A program of ours in a process of its own, of which every word and every temporary file is seen. */
export interface Apart extends AsyncDisposable {
  readonly child: ChildProcess;
  /** What it has written to its outputs. */
  said(): string;
  /** Waits until it has written something like that. */
  until(pattern: RegExp): Promise<void>;
  /** Lets it fail on an error with these words. */
  fault(words: string, kind: 'thrown' | 'rejected' | 'said'): void;
  /** Every temporary file that was seen so far, by its name, with its bytes. */
  temporary(): Promise<[string, Buffer][]>;
}

const preload = pathToFileURL(join(import.meta.dirname, 'fault-on-order.ts')).href;

/** Looks into a folder again and again until it is told to stop, and keeps what lay there. */
const watch = (folder: string) => {
  const seen = new Map<string, Buffer>();
  let isWatching = true;
  const look = async (): Promise<void> => {
    for (const [file, bytes] of await filesIn(folder).catch(() => [])) seen.set(`${file} ${bytes.length}`, bytes);
  };
  const watching = (async () => {
    for (; isWatching; await sleep(30)) await look();
  })();
  const stop = async () => {
    isWatching = false;
    await watching;
    await look();
  };
  return { seen, look, stop };
};

/** @param folder where its temporary files go, and nothing else */
export const startApart = async (
  program: string,
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Apart> => {
  await mkdir(folder, { recursive: true });
  const child = fork(program, args, {
    execArgv: ['--import', preload],
    env: { ...process.env, ...env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(child, 'exit');
  const watcher = watch(folder);
  const said = () => Buffer.concat(chunks).toString('utf8');
  return {
    child,
    said,
    until: async (pattern) => {
      while (!pattern.test(said())) {
        if (child.exitCode !== null) throw new Error(`ended before ${pattern}: ${said()}`);
        await sleep(20);
      }
    },
    fault: (words, kind) => void child.send({ fault: words, kind }),
    temporary: async () => {
      await watcher.look();
      return [...watcher.seen];
    },
    [Symbol.asyncDispose]: async () => {
      if (child.connected) child.disconnect();
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
      // Nobody listens any more, and what the process has started may hold the other ends for a while
      for (const stream of [child.stdout, child.stderr]) stream?.destroy();
      await watcher.stop();
    },
  };
};
