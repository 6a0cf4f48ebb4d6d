import { pino } from 'pino';
import { readConfig } from '#config/config.ts';
import { readOperatorLanguage } from '#config/operator-language.ts';
import { discreetError } from '#editorial/discreet-error.ts';
import { openStudio } from '../open-studio.ts';
import { root } from '../root.ts';
import { prepareStudio } from '../start/prepare-studio.ts';
import { type Report, reportOf } from '../start/report.ts';
import { openWords } from '../words/words.ts';

const tell = (report: Report): void => void process.send?.(report);

/** Brings the database to where a studio can open on it. A process of its own, so that its memory goes when it is done. */
async function main(): Promise<void> {
  const config = readConfig(undefined, root);
  const withDemo = !process.argv.includes('--without-demo');
  tell({ tell: 'progress', key: 'start.schema', values: {} });
  await using studio = await openStudio(config);
  await prepareStudio(studio.payload, config, { withDemo, tell, t: openWords(readOperatorLanguage()) });
}

try {
  await main();
} catch (error) {
  tell(reportOf(error));
  pino({ name: 'prepare' }).error({ err: discreetError(error) }, 'preparing failed');
  process.exitCode = 1;
}
