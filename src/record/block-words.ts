import type { Block, Inline, List } from './blocks.ts';

/** Makes other words of words. */
export interface WordsMap {
  text(text: string): string;
  /** Parts of one text, as formatting divides it: as many come back. */
  parts(parts: readonly string[]): string[];
}

type Leaf = Extract<Inline, { type: 'text' | 'break' }>;

const isCode = (leaf: Leaf): boolean => leaf.type === 'text' && leaf.marks?.includes('code') === true;

/** The words of leaves that stand beside each other, read as one text; what is code stays and divides. */
const leafTexts = (leaves: readonly Leaf[], words: WordsMap): string[] => {
  const texts = leaves.map((leaf) => (leaf.type === 'text' ? leaf.text : '\n'));
  const done: string[] = [];
  while (done.length < leaves.length) {
    const code = leaves.findIndex((leaf, at) => at >= done.length && isCode(leaf));
    const until = code === -1 ? leaves.length : code;
    done.push(...words.parts(texts.slice(done.length, until)));
    if (code !== -1) done.push(texts[code] ?? '');
  }
  return done;
};

const inlineWords = (nodes: readonly Inline[], words: WordsMap): Inline[] => {
  const leaves = nodes.flatMap((node): Leaf[] => (node.type === 'link' ? node.children : [node]));
  const texts = leafTexts(leaves, words).values();
  const leaf = (node: Leaf): Leaf => {
    const { value = '' } = texts.next();
    return node.type === 'text' ? { ...node, text: value } : node;
  };
  return nodes.map((node) => (node.type === 'link' ? { ...node, children: node.children.map(leaf) } : leaf(node)));
};

const listWords = (list: List, words: WordsMap): List => ({
  ...list,
  items: list.items.map((item) => ({
    ...item,
    children: inlineWords(item.children, words),
    ...(item.list && { list: listWords(item.list, words) }),
  })),
});

const oneBlock = (block: Block, words: WordsMap): Block => {
  switch (block.type) {
    case 'rule':
      return block;
    case 'image':
      return { ...block, caption: block.caption && words.text(block.caption) };
    case 'list':
      return listWords(block, words);
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: inlineWords(cell.children, words) }))),
      };
    case 'facts':
      return {
        ...block,
        title: words.text(block.title),
        blocks: block.blocks.map((inner) =>
          inner.type === 'list' ? listWords(inner, words) : { ...inner, children: inlineWords(inner.children, words) },
        ),
      };
    default:
      return { ...block, children: inlineWords(block.children, words) };
  }
};

/** The same blocks with other words: marks, links, pictures and spans stay. */
export const blockWords = (blocks: readonly Block[], words: WordsMap): Block[] =>
  blocks.map((block) => oneBlock(block, words));
