import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './databases/free-port.ts';
import { runReady } from './ready-command-line.ts';

const root = resolve(import.meta.dirname, '../..');

/** Variables of a process. */
export type Env = Readonly<Record<string, string | undefined>>;

/** A data folder and ports of its own, on which `npm start` and commands run as an operator runs them. */
export interface Installation extends AsyncDisposable {
  readonly dataDir: string;
  readonly env: Env;
  readonly studio: string;
  readonly delivery: string;
  /** Begins `npm start` without npm. */
  start(...args: string[]): Running;
  /** The same in a process group of its own, as a terminal does: `ctrlC` reaches every process of it. */
  startInTerminal(...args: string[]): Running & { ctrlC(): void };
  /** Runs `npx benthanh …` to its end. */
  command(...args: string[]): Promise<Ended>;
  /** The same by a process that has read the program before. */
  commandReady(...args: string[]): Promise<Ended>;
  /** Command lines of processes of this installation that are alive (Linux; empty elsewhere). */
  leftBehind(): string[];
  /** Process number of a service that is alive (Linux). */
  pidOf(name: string): number | undefined;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A start under way. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  output(): string;
  /** Waits until the output matches; rejects when the program ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
}

/** @param node with which `npm start` and commands are run, as the operator's own */
export async function newInstallation(extra: Env = {}, node = process.execPath): Promise<Installation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'benthanh-data-'));
  const [studioPort, deliveryPort] = [await freePort(), await freePort()];
  const env: Env = {
    ...usualEnvironment(),
    DATA_DIR: dataDir,
    STUDIO_PORT: String(studioPort),
    DELIVERY_PORT: String(deliveryPort),
    ...extra,
  };
  const children = new Set<ChildProcess>();
  const run = (program: string, args: string[], detached = false) => {
    const running = watch(program, args, env, { node, detached });
    children.add(running.child);
    return running;
  };
  return {
    dataDir,
    env,
    studio: `http://127.0.0.1:${studioPort}`,
    delivery: `http://127.0.0.1:${deliveryPort}`,
    start: (...args) => run('src/cli/start.mjs', args),
    startInTerminal: (...args) => {
      const running = run('src/cli/start.mjs', args, true);
      return { ...running, ctrlC: () => process.kill(-Number(running.child.pid), 'SIGINT') };
    },
    command: (...args) => run('src/cli/benthanh.mjs', args).ended,
    commandReady: (...args) => runReady({ argv: args, env }),
    leftBehind: () => processesOf(dataDir).map(({ line }) => line),
    pidOf: (name) =>
      processesOf(dataDir).find(({ line }) => line.includes(encodeURIComponent(`/run/${name}.lock`)))?.pid,
    [Symbol.asyncDispose]: async () => {
      for (const child of children) child.kill('SIGKILL');
      for (let tries = 0; processesOf(dataDir).length > 0 && tries < 300; tries += 1) await sleep(100);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The operator's environment, in English, without what this test run or machine has set of our variables. */
function usualEnvironment(): Env {
  const { PATH, HOME, NODE_EXTRA_CA_CERTS } = process.env;
  return { PATH, HOME, NODE_EXTRA_CA_CERTS, LANG: 'en_GB.UTF-8', ...compiledOnce() };
}

/** Programs that were compiled once in this run are not compiled again. */
function compiledOnce(): Env {
  const { NODE_COMPILE_CACHE } = process.env;
  return NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};
}

export function watch(
  program: string,
  args: readonly string[],
  env: Env,
  { node = process.execPath, detached = false } = {},
): Running {
  const child = spawn(node, [resolve(root, program), ...args], {
    cwd: root,
    detached,
    env: { ...compiledOnce(), ...env } as NodeJS.ProcessEnv,
    // Its own process group hears nothing when this run is stopped; it ends when this channel closes.
    stdio: ['ignore', 'pipe', 'pipe', ...(detached ? ['ipc' as const] : [])],
  });
  const told = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    told.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told.stderr += text;
  });
  const ended = once(child, 'close').then(([status]): Ended => ({ status, ...told }));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(told.stdout);
      if (found) return found;
      if (over) throw new Error(`ended before ${pattern}:\n${told.stdout}\n${told.stderr}`);
      await sleep(20);
    }
  };
  return { child, ended, until, output: () => told.stdout };
}

/** Every process that `npm start` starts carries the path of its lock in its command line. */
export function processesOf(folder: string): { readonly pid: number; readonly line: string }[] {
  return globSync('/proc/[0-9]*/cmdline').flatMap((file) => {
    try {
      const line = readFileSync(file, 'utf8').replaceAll('\0', ' ');
      const isOurs = line.includes(encodeURIComponent(folder)) || line.includes(`${folder}/`);
      return isOurs ? [{ pid: Number(file.split('/')[2]), line }] : [];
    } catch {
      return [];
    }
  });
}

/** The address of a database of its own on a MongoDB server. */
export function freshMongoUrl(server: string): string {
  const url = new URL(server);
  url.pathname = `/o${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  return url.href;
}
