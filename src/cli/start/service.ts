import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../root.ts';

/** How one process is started: its program below the project folder, its environment, and where it writes. */
export interface ServicePlan {
  readonly name: string;
  readonly program: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Folder of logs and locks, below the data folder. */
  readonly logDir: string;
  readonly runDir: string;
  /** What the process has to say to its parent. */
  readonly onMessage?: (message: unknown) => void;
}

/** How long a process may take to end when it is asked to, in milliseconds. */
const patience = 12_000;
const largestLog = 10 * 1024 * 1024;

export const lockFileOf = (plan: Pick<ServicePlan, 'name' | 'runDir'>): string =>
  join(plan.runDir, `${plan.name}.lock`);
export const logFileOf = (plan: Pick<ServicePlan, 'name' | 'logDir'>): string => join(plan.logDir, `${plan.name}.log`);

/** Starts a process on its leash: it ends when we end. Its output goes to its log. */
export function startService(plan: ServicePlan): ChildProcess {
  const leash = pathToFileURL(join(root, 'src/cli/services/leash.mjs'));
  leash.searchParams.set('lock', lockFileOf(plan));
  const log = openLog(plan);
  try {
    const child = fork(join(root, plan.program), [...(plan.args ?? [])], {
      cwd: root,
      env: plan.env,
      execArgv: ['--import', leash.href],
      stdio: ['ignore', log, log, 'ipc'],
    });
    if (plan.onMessage !== undefined) child.on('message', plan.onMessage);
    return child;
  } finally {
    closeSync(log);
  }
}

/** Asks a process to end, and ends it when it does not. */
export async function stopService(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
}

function openLog(plan: ServicePlan): number {
  mkdirSync(plan.logDir, { recursive: true });
  const file = logFileOf(plan);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
