import { readFileSync } from 'node:fs';
import { startedByNpm } from '#config/service-environment.ts';

/** Calls `gone` once, when whoever started us is gone: the launcher by its channel, npm by our ancestors changing. */
export function watchParents(gone: () => void): Disposable {
  process.once('disconnect', gone);
  const born = ancestors();
  const timer = setInterval(() => {
    if (startedByNpm() && ancestors() !== born) gone();
  }, 1000).unref();
  return {
    [Symbol.dispose]: () => {
      clearInterval(timer);
      process.off('disconnect', gone);
    },
  };
}

/** Our parent and its parent: npm runs a script through a shell, and killing npm leaves the shell. */
function ancestors(): string {
  return `${process.ppid} ${parentOf(process.ppid) ?? ''}`;
}

/** Parent of a process where the system tells it in a file (Linux), else undefined. */
function parentOf(pid: number): string | undefined {
  try {
    return /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
