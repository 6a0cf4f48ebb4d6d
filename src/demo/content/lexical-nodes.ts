/** A node of Payload's Lexical editor as JSON. */
export interface LexicalNode {
  readonly type: string;
  readonly version: number;
  readonly [property: string]: unknown;
}

/** What a Lexical field stores. */
export interface LexicalState {
  readonly root: LexicalNode;
}

const element = (type: string, children: LexicalNode[], rest: Record<string, unknown> = {}): LexicalNode => ({
  type,
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  children,
  ...rest,
});

/** Lexical keeps the marks of a text in one number. */
const boldBit = 1;
const italicBit = 2;

export const textNode = (text: string, bold: boolean, italic: boolean): LexicalNode => ({
  type: 'text',
  version: 1,
  text,
  format: (bold ? boldBit : 0) | (italic ? italicBit : 0),
  detail: 0,
  mode: 'normal',
  style: '',
});

export const paragraphNode = (children: LexicalNode[]) =>
  element('paragraph', children, { textFormat: 0, textStyle: '' });

export const headingNode = (tag: 'h2' | 'h3', children: LexicalNode[]) => element('heading', children, { tag });

export const quoteNode = (children: LexicalNode[]) => element('quote', children);

export const listNode = (ordered: boolean, items: LexicalNode[][]) =>
  element(
    'list',
    items.map((children, index) => element('listitem', children, { value: index + 1 })),
    { listType: ordered ? 'number' : 'bullet', tag: ordered ? 'ol' : 'ul', start: 1 },
  );

export const linkNode = (id: string, fields: Record<string, unknown>, children: LexicalNode[]) =>
  element('link', children, { version: 3, id, fields: { newTab: false, ...fields } });

/** A block in Payload's sense, with a form of its own in the editor. */
const blockNode = (fields: { id: string; blockType: string; [field: string]: unknown }): LexicalNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { blockName: '', ...fields },
});

/** A picture of the library; `image` is the studio id of its document. */
export const pictureNode = (id: string, image: string, caption: string) =>
  blockNode({ id, blockType: 'picture', image, caption });

/** `headerState` 1 is Lexical's mark of a cell in a head row. */
const cellNode = (children: LexicalNode[], head: boolean) =>
  element('tablecell', [paragraphNode(children)], {
    headerState: head ? 1 : 0,
    colSpan: 1,
    rowSpan: 1,
    backgroundColor: null,
  });

/** A table whose first row is its head. */
export const tableNode = (rows: LexicalNode[][][]) =>
  element(
    'table',
    rows.map((cells, row) =>
      element(
        'tablerow',
        cells.map((cell) => cellNode(cell, row === 0)),
      ),
    ),
  );

/** The box of facts: a title and a small editor of its own. */
export const factsNode = (id: string, title: string, content: LexicalState) =>
  blockNode({ id, blockType: 'facts', title, content });

export const stateOf = (children: LexicalNode[]): LexicalState => ({ root: element('root', children) });
