'use client';
import type { ReactNode } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import { type Content, isRun, type Piece, type SpanKind } from '#translation/content.ts';
import { useWords } from '../words/use-words.ts';

interface Node {
  readonly piece: Piece;
  readonly children: Node[];
}

/** Pieces as a tree: what stands between the two halves of a code belongs to it. */
const treeOf = (content: Content): Node[] => {
  const root: Node[] = [];
  const open = [root];
  for (const piece of content) {
    if (!isRun(piece) && piece.code === 'close') {
      if (open.length > 1) open.pop();
      continue;
    }
    const node: Node = { piece, children: [] };
    open.at(-1)?.push(node);
    if (!isRun(piece) && piece.code === 'open') open.push(node.children);
  }
  return root;
};

type Element = 'strong' | 'em' | 'u' | 's' | 'sub' | 'sup' | 'code' | 'span';

const elements: Record<SpanKind, Element> = {
  ...{ bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's' },
  ...{ subscript: 'sub', superscript: 'sup', code: 'code', link: 'span', span: 'span' },
};

/** The number of a code, as it stands in tokens; those who listen hear what the code is. */
const Chip = ({ id, words }: { id: string; words: string }) => (
  <span className="bt-code" title={words}>
    <span aria-hidden="true">{id}</span>
    <span className="bt-unseen">{` ${words} `}</span>
  </span>
);

const Told = ({ node: { piece, children } }: { node: Node }): ReactNode => {
  const { sayIn } = useWords();
  if (isRun(piece)) return piece.text;
  if (piece.code === 'close') return null;
  const words = sayIn(`workbench:code.${piece.kind}`);
  if (piece.code === 'single')
    return (
      <>
        <Chip id={piece.id} words={words} />
        {piece.kind === 'break' ? <br /> : null}
      </>
    );
  const Element = elements[piece.kind];
  const address = piece.kind === 'link' ? piece.address : undefined;
  return (
    <Element className={address ? 'bt-linked' : undefined} title={address}>
      <Chip id={piece.id} words={words} />
      <All nodes={children} />
    </Element>
  );
};

// Pieces have no names; a content is shown anew as a whole
const All = ({ nodes }: { nodes: readonly Node[] }): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity beyond their place
  nodes.map((node, at) => <Told key={at} node={node} />);

/** A content to read, as it is formatted, with the number of each code where it begins. */
export const ContentText = ({ content, locale }: { content: Content; locale: StudioLocale }) => (
  <span lang={locale === 'zh' ? 'zh-Hans' : locale}>
    <All nodes={treeOf(content)} />
  </span>
);
