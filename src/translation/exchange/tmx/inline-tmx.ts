import { type Content, isRun, type SingleKind, type SpanKind } from '../../content.ts';
import { bindings } from '../inline/pairing.ts';
import { type Token, textToken } from '../inline/token.ts';
import { singleNames, singleOf, spanNames, spanOf } from '../xliff/vocabulary.ts';
import { attribute, childrenNamed, isElement, textOf, type XmlElement, type XmlNode } from '../xml/element.ts';
import { emptyTag, escapeText, textElement } from '../xml/write.ts';

const spanType = (kind: SpanKind): string => (kind === 'underline' ? 'ulined' : spanNames[kind].ctype);
const singleType = (kind: SingleKind): string => singleNames[kind].ctype;

/**
 * A content as markup of TMX 1.4b with inline codes (Level 2). The codes are empty: tools that know no codes take what stands in
 * them for words.
 */
export const inlineTmx = (content: Content): string => {
  const bound = bindings(content);
  const numbers = new Map<string, number>();
  let next = 1;
  return content
    .map((piece, index) => {
      if (isRun(piece)) return escapeText(piece.text);
      const { id: x } = piece;
      const isAlone = bound[index] === 'alone';
      if (piece.code === 'single') return emptyTag('ph', { x, type: singleType(piece.kind) });
      if (piece.code === 'close')
        return isAlone ? emptyTag('it', { pos: 'end', x }) : emptyTag('ept', { i: numbers.get(x) });
      const type = spanType(piece.kind);
      if (isAlone) return emptyTag('it', { pos: 'begin', x, type });
      numbers.set(x, next);
      return emptyTag('bpt', { i: next++, x, type });
    })
    .join('');
};

const addressType = 'x-benthanh-address-';

/** Where the links of a content lead, as `prop` elements of its language. */
export const addressProps = (content: Content): string =>
  content
    .map((piece) =>
      !isRun(piece) && piece.code === 'open' && piece.address !== undefined
        ? textElement('prop', { type: addressType + piece.id }, piece.address)
        : '',
    )
    .join('');

/** Addresses by the id of their code. */
export type Addresses = ReadonlyMap<string, string>;

export const addressesIn = (variant: XmlElement): Addresses =>
  new Map(
    childrenNamed(variant, 'prop').flatMap((prop) => {
      const type = attribute(prop, 'type') ?? '';
      return type.startsWith(addressType) ? [[type.slice(addressType.length), textOf(prop)] as const] : [];
    }),
  );

/** Where a link leads by the original HTML that other tools keep in a code. */
const addressIn = (native: string): string | undefined =>
  /^\s*<a\s[^>]*?\bhref\s*=\s*["']([^"'<>]*)["']/i.exec(native)?.[1];

const openOf = (code: XmlElement, key: string, addresses: Addresses): Token => {
  const [id, kind] = [attribute(code, 'x'), spanOf(attribute(code, 'type'))];
  const address = kind === 'link' ? (addresses.get(id ?? '') ?? addressIn(textOf(code))) : undefined;
  return {
    ...{ token: 'open', key, at: code.at },
    ...(id === undefined ? {} : { id }),
    ...(kind === undefined ? {} : { kind }),
    ...(address === undefined ? {} : { address }),
  };
};

const singleToken = (code: XmlElement): Token => {
  const [id, kind] = [attribute(code, 'x'), singleOf(attribute(code, 'type'))];
  return {
    ...{ token: 'single', at: code.at },
    ...(id === undefined ? {} : { id }),
    ...(kind === undefined ? {} : { kind }),
  };
};

const tokensOfElement = (code: XmlElement, addresses: Addresses): Token[] => {
  const { local, at } = code;
  const [i, x] = [`i ${attribute(code, 'i') ?? ''}`, `x ${attribute(code, 'x') ?? ''}`];
  if (local === 'bpt') return [openOf(code, i, addresses)];
  if (local === 'ept') return [{ token: 'close', key: i, at }];
  if (local === 'it')
    return [attribute(code, 'pos') === 'end' ? { token: 'close', key: x, at } : openOf(code, x, addresses)];
  if (local === 'ph') return [singleToken(code)];
  return local === 'hi' ? tokensTmx(code.children, addresses) : [];
};

/** What a `seg` holds. The original code within `bpt`, `ept`, `it`, `ph` and `ut` is no text. */
export const tokensTmx = (nodes: readonly XmlNode[], addresses: Addresses): Token[] =>
  nodes.flatMap((node) => (isElement(node) ? tokensOfElement(node, addresses) : [textToken(node)]));
