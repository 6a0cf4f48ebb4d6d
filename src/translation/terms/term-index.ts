import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { Concept, TermForm } from './concept.ts';
import { type LetterCase, tokensOf } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';
import { WordTree } from './word-tree.ts';

/** A form of a concept, as the index keeps it at the end of its words. */
export interface Entry {
  readonly concept: Concept;
  readonly form: TermForm;
  readonly cases: readonly LetterCase[];
}

/** All forms of one language, and how they are looked up. */
export interface Forms {
  readonly words: Vocabulary;
  readonly tree: WordTree;
  /** By their places in the tree. */
  readonly entries: readonly Entry[];
}

/** Everything that official names are looked up in. It does not change: a changed registry is another index. */
export interface TermIndex {
  readonly concepts: ReadonlyMap<string, Concept>;
  forms(locale: StudioLocale): Forms;
}

const formsOf = (concepts: Iterable<Concept>, locale: StudioLocale): Forms => {
  const entries: Entry[] = [];
  const names: string[][] = [];
  for (const concept of concepts)
    for (const form of concept.forms) {
      const tokens = form.locale === locale ? tokensOf(form.term) : [];
      if (tokens.length === 0) continue;
      entries.push({ concept, form, cases: tokens.map((token) => token.case) });
      names.push(tokens.map(({ key }) => key));
    }
  const keys = new Set(names.flat());
  const words = new Vocabulary(keys, locale);
  const numbers = names.map((name) => name.map((key) => words.numberOf(key)));
  return { words, tree: new WordTree(numbers, keys.size), entries };
};

/** Makes the index; the forms of a language are looked through when they are first asked for. */
export const buildTermIndex = (concepts: Iterable<Concept>): TermIndex => {
  const byId = new Map([...concepts].map((concept) => [concept.id, concept]));
  const known = new Map<StudioLocale, Forms>();
  return {
    concepts: byId,
    forms: (locale) => {
      const forms = known.get(locale) ?? formsOf(byId.values(), locale);
      known.set(locale, forms);
      return forms;
    },
  };
};

/** Forms of a concept in a language. */
export const formsIn = (concept: Concept, locale: StudioLocale): readonly TermForm[] =>
  studioLocales.includes(locale) ? concept.forms.filter((form) => form.locale === locale) : [];
