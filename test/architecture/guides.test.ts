import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { mendedWords } from '#editorial/admin/words/mended-words.ts';
import { namespaces, readWords } from '../support/words.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const guides = ['editor', 'publisher', 'curator', 'security-officer'].map((role) => `${role}-guide.md`);

/** A label as a guide quotes it: without what is filled in, and without the dots that promise a dialogue. */
const asQuoted = (label: string): string =>
  label
    .replace(/{{.*$/, '')
    .replace(/…$|\s*\(optional\)$/, '')
    .trim();

const labels = new Set(
  [
    ...namespaces().flatMap((namespace) => Object.values(readWords('en', namespace))),
    ...Object.values(mendedWords.en).flatMap((words) => Object.values(words)),
  ].map(asQuoted),
);

/** Bold words of a guide stand for words on the screen; `**in bold**` says so itself. */
const quotedIn = (guide: string): string[] =>
  [...readFileSync(join(docs, guide), 'utf8').matchAll(/\*\*([^*]+)\*\*/g)]
    .map(([, words = '']) => words.replace(/\s+/g, ' '))
    .filter((words) => words !== 'bold');

test.each(guides)('%s calls things what the screen calls them', (guide) => {
  const quoted = quotedIn(guide);
  expect(quoted.length).toBeGreaterThan(3);
  expect(quoted.filter((words) => !labels.has(words))).toEqual([]);
});
