import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { Concept, TermForm } from './concept.ts';
import { type LetterCase, tokensOf } from './tokens.ts';

/** A form of a concept, as the index keeps it at the end of its words. */
export interface Entry {
  readonly concept: Concept;
  readonly form: TermForm;
  readonly cases: readonly LetterCase[];
}

/** All forms of one language as a tree of words: each way from the root is a beginning of some form. */
export interface WordTree {
  /** The node that a word leads to, or undefined where no form goes on like that. */
  next(node: number, key: string): number | undefined;
  /** Forms that end at a node. */
  at(node: number): readonly Entry[];
}

/** Everything that official names are looked up in. It does not change: a changed registry is another index. */
export interface TermIndex {
  readonly concepts: ReadonlyMap<string, Concept>;
  tree(locale: StudioLocale): WordTree;
}

export const root = 0;
const none: readonly Entry[] = [];

const treeOf = (concepts: Iterable<Concept>, locale: StudioLocale): WordTree => {
  const ways: (Map<string, number> | undefined)[] = [];
  const ends = new Map<number, Entry[]>();
  let nodes = 1;
  const step = (node: number, key: string): number => {
    const known = ways[node] ?? new Map<string, number>();
    ways[node] = known;
    const next = known.get(key);
    if (next !== undefined) return next;
    known.set(key, nodes);
    return nodes++;
  };
  for (const concept of concepts)
    for (const form of concept.forms) {
      if (form.locale !== locale) continue;
      const tokens = tokensOf(form.term);
      if (tokens.length === 0) continue;
      const end = tokens.reduce((node, { key }) => step(node, key), root);
      const entry = { concept, form, cases: tokens.map((token) => token.case) };
      ends.set(end, [...(ends.get(end) ?? []), entry]);
    }
  return {
    next: (node, key) => ways[node]?.get(key),
    at: (node) => ends.get(node) ?? none,
  };
};

/** Makes the index; the tree of a language is made when it is first asked for. */
export const buildTermIndex = (concepts: Iterable<Concept>): TermIndex => {
  const byId = new Map([...concepts].map((concept) => [concept.id, concept]));
  const trees = new Map<StudioLocale, WordTree>();
  return {
    concepts: byId,
    tree: (locale) => {
      const tree = trees.get(locale) ?? treeOf(byId.values(), locale);
      trees.set(locale, tree);
      return tree;
    },
  };
};

/** Forms of a concept in a language. */
export const formsIn = (concept: Concept, locale: StudioLocale): readonly TermForm[] =>
  studioLocales.includes(locale) ? concept.forms.filter((form) => form.locale === locale) : [];
