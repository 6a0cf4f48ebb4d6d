import type { Finding } from '#translation/checks/check.ts';
import { toneStyleOf } from '#translation/checks/languages/tone-style.ts';
import { runChecks } from '#translation/checks/run-checks.ts';
import type { Content } from '#translation/content.ts';
import type { TextPair } from './parallel-texts.ts';

export type ContentPair = { readonly source: Content; readonly target: Content };

export const contentOf = (pair: TextPair): ContentPair => ({
  source: [{ text: pair.source }],
  target: [{ text: pair.target }],
});

/** All findings in a pair, as the workbench would show them. */
export const lookThrough = (pair: TextPair, { source, target }: ContentPair = contentOf(pair)): Finding[] => {
  const { sourceLocale, targetLocale } = pair;
  const tones = targetLocale === 'vi' ? toneStyleOf(pair.article) : undefined;
  return runChecks({ source, target, sourceLocale, targetLocale, role: 'paragraph', ...(tones ? { tones } : {}) });
};
