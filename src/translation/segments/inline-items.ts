import type { SingleKind, SpanKind } from '../content.ts';
import { lookOf } from './formats.ts';
import { addressOf } from './link-address.ts';
import { childrenOf, isProperties, type Properties, typeOf } from './nodes.ts';

/** One mark on a run of text. Its `key` is the same on every run that carries the same. */
export interface Mark {
  readonly key: string;
  readonly kind: SpanKind;
  /** What the run carries beside the seven marks. */
  readonly more?: Properties;
}

export interface TextItem {
  readonly item: 'text';
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface SingleItem {
  readonly item: 'single';
  readonly kind: SingleKind;
  readonly node: unknown;
}

export interface WrapItem {
  readonly item: 'wrap';
  readonly kind: 'link' | 'span';
  readonly address?: string;
  readonly node: Properties;
  readonly items: readonly Item[];
  /** Marks that all words in it carry; null where it has no words. */
  readonly marks: readonly Mark[] | null;
}

export type Item = TextItem | SingleItem | WrapItem;

/** Nobody nests links and the like deeper; what does is kept as one thing. */
const deepest = 16;

/** What a sentence is made of. Empty runs say nothing and are left out. */
export const itemsOf = (nodes: readonly unknown[], depth = 0): Item[] => nodes.flatMap((node) => itemOf(node, depth));

function itemOf(node: unknown, depth: number): Item[] {
  const type = typeOf(node);
  if (type === 'linebreak') return [{ item: 'single', kind: 'break', node }];
  if (type === 'tab') return [{ item: 'single', kind: 'tab', node }];
  if (type === 'text' && isProperties(node) && typeof node.text === 'string') {
    return node.text === '' ? [] : [{ item: 'text', text: node.text, marks: marksOn(node) }];
  }
  const children = childrenOf(node);
  if (!isProperties(node) || children === null || depth >= deepest) return [{ item: 'single', kind: 'object', node }];
  return [wrapOf(node, itemsOf(children, depth + 1))];
}

function wrapOf(node: Properties, items: readonly Item[]): Item {
  const type = typeOf(node);
  const marks = sharedMarks(items);
  if (type === 'link' || type === 'autolink') {
    return { item: 'wrap', kind: 'link', address: addressOf(node), node, items, marks };
  }
  // Without words to translate in it, it is one thing
  return marks === null ? { item: 'single', kind: 'object', node } : { item: 'wrap', kind: 'span', node, items, marks };
}

function marksOn(node: Properties): Mark[] {
  const { marks, more } = lookOf(node);
  const known = marks.map((kind): Mark => ({ key: kind, kind }));
  return more === null ? known : [...known, { key: `span ${JSON.stringify(more)}`, kind: 'span', more }];
}

/** Marks of an item; null where it is indifferent to marks, as a line break is. */
export const marksOf = (item: Item): readonly Mark[] | null => (item.item === 'single' ? null : item.marks);

function sharedMarks(items: readonly Item[]): readonly Mark[] | null {
  const all = items.map(marksOf).filter((marks) => marks !== null);
  return all.reduce<readonly Mark[] | null>(
    (shared, marks) => shared?.filter(({ key }) => marks.some((mark) => mark.key === key)) ?? marks,
    null,
  );
}
