import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const file = join(import.meta.dirname, '../../../../shared/corpora/ntrex.jsonl');

const texts = z.object({ title: z.string(), paragraphs: z.array(z.string()) });
const article = z.object({ id: z.string(), en: texts, fr: texts, vi: texts, zh: texts, 'zh-Hant': texts });
export type CorpusArticle = z.infer<typeof article>;

export const corpusFound = existsSync(file);
if (!corpusFound) console.warn('LEFT OUT: ../shared/corpora is not there, so no real article went through a file');

/** Professional translations of news, one article a line. */
export const corpus = (): CorpusArticle[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => article.parse(JSON.parse(line)));
