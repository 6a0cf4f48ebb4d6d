import { SaxesParser, type SaxesTagNS } from 'saxes';
import { embeddedProperties, embeddedTable, flatPlace } from './embedded-table.ts';

/** One value of a property, or of a part of one of its structures. */
export interface XmpValue {
  /** `dc:title`, with the usual prefix whatever the packet's own is. */
  readonly name: string;
  /** `plus:LicensorName`, or empty. */
  readonly part: string;
  /** Which of the structures of a list, from 0. */
  readonly item: number;
  /** `xml:lang`, or empty. */
  readonly lang: string;
  readonly text: string;
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const prefixes: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://ns.adobe.com/exif/1.0/': 'exif',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://ns.useplus.org/ldf/xmp/1.0/': 'plus',
};
const wanted = new Set<string | undefined>([
  ...embeddedProperties.flatMap((property) => embeddedTable[property].xmp.map((name) => name.split('/')[0])),
  ...flatPlace.xmp,
]);
const maxBytes = 1024 * 1024;
const maxDepth = 64;
const maxValues = 500;

interface Open {
  readonly tag: SaxesTagNS;
  /** Prefixed name of a property or a part; null for the elements of RDF and of unknown vocabularies. */
  readonly name: string | null;
  /** Place among the items of its list. */
  readonly item: number;
  items: number;
  text: string;
}

/**
 * Reads the properties of the table from an XMP packet (ISO 16684-1: simple values, arrays, alternatives by language,
 * structures and their short forms as attributes). Anything with a document type is refused, so there are no entities to
 * expand; size, depth and number of values are capped. Throws on whatever is not well-formed or too large.
 */
export function readXmp(packet: Uint8Array | undefined): XmpValue[] {
  if (!packet) return [];
  if (packet.byteLength > maxBytes) throw new Error('XMP beyond a megabyte');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(packet).replace(/\0+$/, '');
  const parser = new SaxesParser({ xmlns: true });
  const values: XmpValue[] = [];
  const open: Open[] = [];
  const add = (value: XmpValue | null) => {
    if (value && wanted.has(value.name) && value.text.trim() !== '' && values.length < maxValues) values.push(value);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('XMP with a document type');
  });
  parser.on('opentag', (tag) => {
    if (open.push(opened(tag, open.at(-1))) > maxDepth) throw new Error('XMP nested too deeply');
    for (const value of inAttributes(tag, open)) add(value);
  });
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  });
  parser.on('closetag', () => {
    const element = open.at(-1);
    const holds = element && (element.name !== null || isRdf(element.tag, 'li') || isRdf(element.tag, 'value'));
    add(holds ? valueAt(open, element.text) : null);
    open.pop();
  });
  parser.write(text).close();
  return values;
}

const isRdf = (tag: SaxesTagNS, local: string) => tag.uri === rdf && tag.local === local;

const nameOf = (uri: string, local: string): string | null => (prefixes[uri] ? `${prefixes[uri]}:${local}` : null);

function opened(tag: SaxesTagNS, parent: Open | undefined): Open {
  const item = isRdf(tag, 'li') && parent ? parent.items++ : 0;
  return { tag, name: nameOf(tag.uri, tag.local), item, items: 0, text: '' };
}

/** The short forms: properties as attributes of a description or a structure, and an address as `rdf:resource`. */
const inAttributes = (tag: SaxesTagNS, open: readonly Open[]): (XmpValue | null)[] =>
  Object.values(tag.attributes).map(({ uri, local, value }) => {
    if (uri === rdf && local === 'resource') return valueAt(open, value);
    const name = nameOf(uri, local);
    return name === null ? null : valueAt(open, value, name);
  });

/** A value where the elements that are open say: its property, below it the part of a structure, and not deeper. */
function valueAt(open: readonly Open[], text: string, attribute?: string): XmpValue | null {
  const names = open.flatMap(({ name }) => name ?? []);
  const [name, part = '', ...deeper] = attribute ? [...names, attribute] : names;
  if (!name || deeper.length > 0 || !open.some(({ tag }) => isRdf(tag, 'RDF'))) return null;
  const property = open.findIndex((element) => element.name !== null);
  const item = property < 0 ? 0 : (open.slice(property).find(({ tag }) => isRdf(tag, 'li'))?.item ?? 0);
  const lang = open.findLast(({ tag }) => 'xml:lang' in tag.attributes)?.tag.attributes['xml:lang']?.value ?? '';
  return { name, part, item, lang, text };
}
