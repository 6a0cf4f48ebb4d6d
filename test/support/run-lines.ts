import { z } from 'zod';
import { runLine } from '#cli/run-line.ts';

/* Runs one command line after another, as they are sent. It ends with whoever started it. */

const asked = z.object({ argv: z.array(z.string()), env: z.record(z.string(), z.string()) });

/** A stream that keeps what is written into it. */
const kept = () => {
  const parts: string[] = [];
  const stream = { isTTY: false, columns: 80, write: (text: string) => Boolean(parts.push(text)) };
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => parts.join('') };
};

const become = (env: Readonly<Record<string, string>>): void => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
};

/** A process of its own would have no database open either. */
const forgetStudio = (): void => {
  Reflect.get(globalThis, '_payload')?.clear();
};

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', async (message) => {
  const { argv, env } = asked.parse(message);
  become(env);
  const [stdout, stderr] = [kept(), kept()];
  const status = await runLine(argv, { stdout: stdout.stream, stderr: stderr.stream } as never);
  forgetStudio();
  process.send?.({ status, stdout: stdout.text(), stderr: stderr.text() });
});
