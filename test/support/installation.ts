import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './databases/free-port.ts';

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
  /** Runs `npx benthanh …` to its end. */
  command(...args: string[]): Promise<Ended>;
  /** Command lines of processes of this installation that are alive (Linux; empty elsewhere). */
  leftBehind(): string[];
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

export async function newInstallation(extra: Env = {}): Promise<Installation> {
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
  const run = (program: string, args: string[]) => {
    const running = watch(program, args, env);
    children.add(running.child);
    return running;
  };
  return {
    dataDir,
    env,
    studio: `http://127.0.0.1:${studioPort}`,
    delivery: `http://127.0.0.1:${deliveryPort}`,
    start: (...args) => run('src/cli/start.mjs', args),
    command: (...args) => run('src/cli/benthanh.mjs', args).ended,
    leftBehind: () => processesOf(dataDir),
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
  return { PATH, HOME, NODE_EXTRA_CA_CERTS, LANG: 'en_GB.UTF-8' };
}

export function watch(program: string, args: readonly string[], env: Env, node = process.execPath): Running {
  const child = spawn(node, [resolve(root, program), ...args], {
    cwd: root,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
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
export function processesOf(dataDir: string): string[] {
  return globSync('/proc/[0-9]*/cmdline').flatMap((file) => {
    try {
      const line = readFileSync(file, 'utf8').replaceAll('\0', ' ');
      return line.includes(encodeURIComponent(dataDir)) || line.includes(`${dataDir}/`) ? [line] : [];
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
