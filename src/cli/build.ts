import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOperatorLanguage } from '#config/operator-language.ts';
import { buildStudio } from './start/build-studio.ts';
import { failureText } from './words/failure-text.ts';
import { openWords } from './words/words.ts';

/** `npm run build`: builds the studio's pages where their sources changed, as `npm start` does. */
async function main(): Promise<number> {
  const t = openWords(readOperatorLanguage());
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const logDir = await mkdtemp(join(tmpdir(), 'benthanh-build-'));
  try {
    const building = (seconds: number) => say(t(seconds === 0 ? 'cli:start.build' : 'cli:start.building', { seconds }));
    const built = await buildStudio({ logDir, runDir: logDir }, building);
    say(t(built ? 'cli:start.built' : 'cli:start.build-kept'));
    return 0;
  } catch (error) {
    const { code, message } = failureText(error, t);
    process.stderr.write(`${code}: ${message}\n`);
    return 1;
  }
}

process.exitCode = await main();
