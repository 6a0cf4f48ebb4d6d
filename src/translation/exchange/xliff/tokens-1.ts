import { type Token, textToken } from '../inline/token.ts';
import { attribute, isElement, type XmlElement, type XmlNode } from '../xml/element.ts';
import { singleOf, spanOf } from './vocabulary.ts';

const openOf = (element: XmlElement, key: string): Token => {
  const [id, kind] = [attribute(element, 'id'), spanOf(attribute(element, 'ctype'))];
  const address = attribute(element, 'equiv-text');
  return {
    ...{ token: 'open', key, at: element.at },
    ...(id === undefined ? {} : { id }),
    ...(kind === undefined ? {} : { kind }),
    ...(kind === 'link' && address !== undefined ? { address } : {}),
  };
};

const singleToken = (element: XmlElement): Token => {
  const [id, kind] = [attribute(element, 'id'), singleOf(attribute(element, 'ctype'))];
  return {
    ...{ token: 'single', at: element.at },
    ...(id === undefined ? {} : { id }),
    ...(kind === undefined ? {} : { kind }),
  };
};

const tokensOfElement = (element: XmlElement): Token[] => {
  const { local, at } = element;
  const key = attribute(element, 'rid') ?? attribute(element, 'id') ?? '';
  const opens = local === 'bx' || local === 'bpt' || (local === 'it' && attribute(element, 'pos') !== 'close');
  if (opens) return [openOf(element, key)];
  if (local === 'ex' || local === 'ept' || local === 'it') return [{ token: 'close', key, at }];
  if (local === 'g') return [openOf(element, key), ...tokens1(element.children), { token: 'close', key, at }];
  if (local === 'x' || local === 'ph') return [singleToken(element)];
  return local === 'mrk' ? tokens1(element.children) : [];
};

/**
 * What a `source` or a `target` of XLIFF 1.2 holds. The original markup within `bpt`, `ept`, `it` and `ph` is no text; what a
 * code is comes from `ctype`, as in `x-html-strong`.
 */
export const tokens1 = (nodes: readonly XmlNode[]): Token[] =>
  nodes.flatMap((node) => (isElement(node) ? tokensOfElement(node) : [textToken(node)]));
