import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const file = join(process.cwd(), '../shared/corpora/ntrex.jsonl');
const text = z.object({ title: z.string(), paragraphs: z.array(z.string()) });
const translated = z.object({ id: z.string(), en: text, fr: text, vi: text, zh: text });

export type TranslatedText = z.infer<typeof translated>;

/**
 * News in the four languages of the city, translated by professionals (NTREX-128). Null where the corpora are not there, which
 * the run then says.
 */
export function translatedTexts(what: string): readonly TranslatedText[] | null {
  if (!existsSync(file)) {
    process.stderr.write(`LEFT OUT: ${what}, because ${file} is not there\n`);
    return null;
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => translated.parse(JSON.parse(line)));
}
