import { parseArgs } from 'node:util';
import { readConfig } from '#config/config.ts';
import { readOperatorLanguage } from '#config/operator-language.ts';
import { root } from './root.ts';
import { watchParents } from './start/parent-watch.ts';
import { startEverything } from './start/start-everything.ts';
import { usage } from './usage.ts';
import { failureText } from './words/failure-text.ts';
import { openWords } from './words/words.ts';

/** `npm start [-- --without-demo]`: everything on one machine, until Ctrl-C. */
async function main(): Promise<number> {
  const t = openWords(readOperatorLanguage());
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  using _parents = watchParents(() => stop.abort());
  try {
    const withDemo = !readArguments();
    await startEverything(readConfig(undefined, root), { withDemo, t, say, signal: stop.signal });
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return interrupted;
    const { code, message } = failureText(error, t);
    process.stderr.write(`\n${code}: ${message}\n`);
    return code === 'usage' ? 2 : 1;
  }
}

/** The status that a shell gives to what was interrupted. */
const interrupted = 130;

function readArguments(): boolean {
  try {
    return parseArgs({ options: { 'without-demo': { type: 'boolean', default: false } } }).values['without-demo'];
  } catch (cause) {
    throw usage(process.argv.slice(2).join(' '), 'npm start', cause);
  }
}

process.exitCode = await main();
