import type { SingleKind, SpanKind } from '../../content.ts';
import { type Token, textToken } from '../inline/token.ts';
import { attribute, isElement, type XmlElement, type XmlNode } from '../xml/element.ts';
import { singleOf, spanOf } from './vocabulary.ts';

/** Original data of a unit, by id: of our files the addresses of links. */
export type Data = ReadonlyMap<string, string>;

/** Marks of XLIFF 2 that hold no words and stand for nothing to keep. */
const transparent = new Set(['mrk', 'sm', 'em']);

const spanKind = (element: XmlElement): SpanKind | undefined => {
  const [type, subType] = [attribute(element, 'type'), attribute(element, 'subType')];
  return spanOf(subType) ?? (type === 'link' ? 'link' : undefined);
};

const singleKind = (element: XmlElement): SingleKind | undefined => singleOf(attribute(element, 'subType'));

/** The id of a code that was copied is new, and its kind that of the code it is a copy of. */
const openOf = (element: XmlElement, data: Data, reference: 'dataRef' | 'dataRefStart'): Token => {
  const id = attribute(element, 'id') ?? '';
  const address = data.get(attribute(element, reference) ?? '');
  const kind = spanKind(element);
  return {
    ...{ token: 'open', key: id, id, at: element.at },
    ...(kind === undefined ? {} : { kind }),
    ...(address === undefined ? {} : { address }),
  };
};

const singleToken = (element: XmlElement): Token => {
  const kind = singleKind(element);
  return {
    token: 'single',
    id: attribute(element, 'id') ?? '',
    at: element.at,
    ...(kind === undefined ? {} : { kind }),
  };
};

/** The character that `cp` names; nothing where it names none. */
const codePoint = (element: XmlElement): Token => {
  const hex = attribute(element, 'hex') ?? '';
  const number = /^[\da-f]{1,8}$/i.test(hex) ? Number.parseInt(hex, 16) : -1;
  return textToken(number >= 0 && number <= 0x10_ffff ? String.fromCodePoint(number) : '');
};

const tokensOfElement = (element: XmlElement, data: Data): Token[] => {
  const { local, at } = element;
  if (local === 'pc') {
    const key = attribute(element, 'id') ?? '';
    return [openOf(element, data, 'dataRefStart'), ...tokens2(element.children, data), { token: 'close', key, at }];
  }
  if (local === 'sc') return [openOf(element, data, 'dataRef')];
  if (local === 'ec') {
    return [{ token: 'close', key: attribute(element, 'startRef') ?? attribute(element, 'id') ?? '', at }];
  }
  if (local === 'ph') return [singleToken(element)];
  if (local === 'cp') return [codePoint(element)];
  return transparent.has(local) ? tokens2(element.children, data) : [];
};

/** What a `source` or a `target` of XLIFF 2 holds. */
export const tokens2 = (nodes: readonly XmlNode[], data: Data): Token[] =>
  nodes.flatMap((node) => (isElement(node) ? tokensOfElement(node, data) : [textToken(node)]));
