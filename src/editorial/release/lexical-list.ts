import type { List } from '#record/blocks.ts';
import { toFlow } from './lexical-flow.ts';
import { toInlines } from './lexical-inline.ts';
import type { Conversion, LexicalNode } from './lexical-node.ts';
import { readNode, readNodes } from './lexical-node.ts';

type ListItem = List['items'][number];

/** No editor nests deeper by hand; a state that does was made to hurt. */
const deepest = 12;

/**
 * A list. Lexical keeps a nested list as an item of its own, behind the item that it belongs to; a record hangs it
 * under that item.
 */
export function toList(node: LexicalNode, conversion: Conversion, depth = 1): List {
  const items: ListItem[] = [];
  if (depth > deepest) conversion.unknown.add('list-too-deep');
  else for (const child of readNodes(node.children)) addItem(items, child, conversion, depth);
  return { type: 'list', ordered: node.listType === 'number', items };
}

function addItem(items: ListItem[], node: LexicalNode, conversion: Conversion, depth: number): void {
  if (node.type !== 'listitem') {
    conversion.unknown.add(node.type);
    return;
  }
  const nested = node.children.filter(isList);
  const own = node.children.filter((child) => !isList(child));
  if (own.length > 0 || nested.length === 0) items.push({ children: contentOf(own, conversion) });
  for (const child of nested) hang(items, toList(readNode(child), conversion, depth + 1));
}

const isList = (value: unknown): boolean => readNode(value).type === 'list';

/** Some imports wrap the words of an item in paragraphs. */
function contentOf(children: readonly unknown[], conversion: Conversion) {
  const wrapped = children.some((child) => readNode(child).type === 'paragraph');
  return wrapped ? toFlow(children, conversion) : toInlines(children, conversion);
}

function hang(items: ListItem[], list: List): void {
  const last = items.at(-1);
  if (last && !last.list) last.list = list;
  else items.push({ children: [], list });
}
