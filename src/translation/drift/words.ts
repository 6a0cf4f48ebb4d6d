import { diffArrays } from 'diff';
import type { StudioLocale } from '#languages/locales.ts';
import { splitWords } from './split-words.ts';

export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What was changed in a text, word by word. What is the same and removed is the text before, what is the same and added is the
 * text after, both in NFC. Where only white space stands between two changes they are told as one.
 */
export function wordDiff(before: string, after: string, locale: StudioLocale): WordChange[] {
  const tokens = (text: string) => splitWords(text.normalize('NFC'), locale).map((token) => token.text);
  const hunks: Hunk[] = [];
  for (const { added, removed, value } of diffArrays(tokens(before), tokens(after))) {
    addTo(hunks, added ? 'added' : removed ? 'removed' : 'same', value.join(''));
  }
  return hunks.flatMap(({ same, removed, added }): WordChange[] =>
    [
      { kind: 'same', text: same } as const,
      { kind: 'removed', text: removed } as const,
      { kind: 'added', text: added } as const,
    ].filter(({ text }) => text !== ''),
  );
}

/** What is the same, or what was put in the place of what. */
interface Hunk {
  same: string;
  removed: string;
  added: string;
}

function addTo(hunks: Hunk[], kind: WordChange['kind'], text: string): void {
  const last = hunks.at(-1);
  if (kind === 'same') {
    hunks.push({ same: text, removed: '', added: '' });
    return;
  }
  const previous = hunks.at(-2);
  if (last?.same && last.same.trim() === '' && previous && previous.same === '') {
    hunks.pop();
    previous.removed += last.same;
    previous.added += last.same;
    previous[kind] += text;
  } else if (last && last.same === '') last[kind] += text;
  else hunks.push({ same: '', removed: '', added: '', [kind]: text });
}
