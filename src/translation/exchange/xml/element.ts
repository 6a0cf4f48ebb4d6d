/** Where something stands in a file: line and column, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** An element that has been read. */
export interface XmlElement {
  /** Its namespace, or empty. */
  readonly uri: string;
  readonly local: string;
  /** By local name; in a namespace by `namespace local`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly at: Place;
}

export type XmlNode = XmlElement | string;

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Key of an attribute. @param uri its namespace, or empty */
export const attributeKey = (uri: string, local: string): string => (uri === '' ? local : `${uri} ${local}`);

/** Value of an attribute, or undefined. @param uri its namespace */
export const attribute = (element: XmlElement, local: string, uri = ''): string | undefined =>
  element.attributes.get(attributeKey(uri, local));

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The elements right below that have a name, whatever their namespace. */
export const childrenNamed = (element: XmlElement, ...names: readonly string[]): XmlElement[] =>
  element.children.filter(isElement).filter(({ local }) => names.includes(local));

/** The first element right below that has a name and the namespace of the one above it. */
export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.filter(isElement).find(({ uri, local }) => local === name && uri === element.uri);

/** All text within, in reading order. */
export const textOf = (node: XmlNode): string => (isElement(node) ? node.children.map(textOf).join('') : node);

/** Text as people mean it where a file may be laid out in lines: without white space at the ends, and one space for a run of it. */
export const trimmedText = (node: XmlNode): string => textOf(node).replace(/\s+/gu, ' ').trim();
