import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, untilListening } from './free-port.ts';

/** A database server of ours on a free port, with a folder of its own that goes when it goes. */
export interface ServerProcess extends AsyncDisposable {
  readonly port: number;
  readonly folder: string;
}

export async function startServer(
  program: string,
  args: (folder: string, port: number) => readonly string[],
): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-mongo-'));
  const port = await freePort();
  const child = spawn(program, args(folder, port), { stdio: ['pipe', 'ignore', 'ignore'] });
  const end = async () => {
    await stop(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([untilListening(port), failed(child, program)]);
  } catch (error) {
    await end();
    throw error;
  }
  return { port, folder, [Symbol.asyncDispose]: end };
}

async function failed(child: ChildProcess, program: string): Promise<never> {
  const [reason] = await Promise.race([once(child, 'exit'), once(child, 'error').catch((error: unknown) => [error])]);
  throw new Error(`${program} ended: ${String(reason)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
