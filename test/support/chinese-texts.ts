import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const file = join(import.meta.dirname, '../../../shared/corpora/ntrex.jsonl');
const line = z.looseObject({ zh: z.object({ title: z.string(), paragraphs: z.array(z.string()) }) });

/** Titles and paragraphs of professional translations into Simplified Chinese, where the folder of shared data lies beside the project. */
export const chineseTexts = (): string[] => {
  if (!existsSync(file)) {
    console.warn('LEFT OUT: ../shared/corpora is not there, so no real Chinese text was converted');
    return [];
  }
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((one) => {
    const { zh } = line.parse(JSON.parse(one));
    return [zh.title, ...zh.paragraphs];
  });
};
