import type { Content, Piece } from '../content.ts';
import { isRun } from '../content.ts';
import { type Item, itemsOf, type Mark, marksOf, type WrapItem } from './inline-items.ts';
import type { Properties } from './nodes.ts';

/** What a code stands for in the editor's text: the node itself, or what a run carries beside the seven marks. */
export type Template = { readonly node: unknown } | { readonly more: Properties };
export type Templates = ReadonlyMap<string, Template>;

interface Writing {
  readonly pieces: Piece[];
  readonly templates: Map<string, Template>;
  last: number;
}

/** What nodes of a sentence say, and what its codes stand for. Ids are `1`, `2`, … in reading order. */
export function contentOf(nodes: readonly unknown[]): { content: Content; templates: Templates } {
  const writing: Writing = { pieces: [], templates: new Map(), last: 0 };
  write(itemsOf(nodes), [], writing);
  return { content: writing.pieces, templates: writing.templates };
}

function write(items: readonly Item[], active: readonly string[], writing: Writing): void {
  for (let at = 0; at < items.length; ) {
    const span = longestSpan(items, at, active);
    const end = span?.end ?? at + 1;
    const item = items[at];
    if (span) writeSpan(items.slice(at, end), span.mark, active, writing);
    else if (item) writeItem(item, active, writing);
    at = end;
  }
}

/** The mark that reaches farthest from here, so that codes nest; of equals the first in the order of marks. */
function longestSpan(items: readonly Item[], from: number, active: readonly string[]) {
  const first = items[from];
  let longest: { mark: Mark; end: number } | null = null;
  for (const mark of (first && marksOf(first)) ?? []) {
    if (active.includes(mark.key)) continue;
    const end = endOf(items, from, mark);
    if (longest === null || end > longest.end) longest = { mark, end };
  }
  return longest;
}

/** Where a mark ends: behind its last words, not behind what is indifferent to it. */
function endOf(items: readonly Item[], from: number, mark: Mark): number {
  let end = from;
  for (let at = from; at < items.length; at++) {
    const item = items[at];
    const marks = item ? marksOf(item) : null;
    if (marks?.some(({ key }) => key === mark.key)) end = at + 1;
    else if (marks !== null) break;
  }
  return end;
}

function writeSpan(items: readonly Item[], mark: Mark, active: readonly string[], writing: Writing): void {
  const id = next(writing, mark.more ? { more: mark.more } : null);
  writing.pieces.push({ code: 'open', id, kind: mark.kind });
  write(items, [...active, mark.key], writing);
  writing.pieces.push({ code: 'close', id });
}

function writeItem(item: Item, active: readonly string[], writing: Writing): void {
  if (item.item === 'text') writeText(item.text, writing);
  else if (item.item === 'wrap') writeWrap(item, active, writing);
  else writing.pieces.push({ code: 'single', id: next(writing, { node: item.node }), kind: item.kind });
}

function writeWrap({ kind, address, node, items }: WrapItem, active: readonly string[], writing: Writing): void {
  const id = next(writing, { node });
  writing.pieces.push({ code: 'open', id, kind, ...(address === undefined ? {} : { address }) });
  write(items, active, writing);
  writing.pieces.push({ code: 'close', id });
}

function writeText(text: string, { pieces }: Writing): void {
  const last = pieces.at(-1);
  if (last && isRun(last)) pieces[pieces.length - 1] = { text: last.text + text };
  else pieces.push({ text });
}

function next(writing: Writing, template: Template | null): string {
  writing.last += 1;
  const id = String(writing.last);
  if (template) writing.templates.set(id, template);
  return id;
}
