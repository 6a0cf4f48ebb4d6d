import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { LangText } from './lang-text.ts';

/** The properties that a curator's form has fields for, as the packet has them. */
export interface XmpWords {
  title?: LangText;
  description?: LangText;
  alt?: LangText;
  rights?: LangText;
  creator?: string;
  credit?: string;
  webStatement?: string;
  date?: string;
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const wanted: Record<string, string> = {
  'http://purl.org/dc/elements/1.1/ title': 'title',
  'http://purl.org/dc/elements/1.1/ description': 'description',
  'http://purl.org/dc/elements/1.1/ rights': 'rights',
  'http://purl.org/dc/elements/1.1/ creator': 'creator',
  'http://ns.adobe.com/photoshop/1.0/ Credit': 'credit',
  'http://ns.adobe.com/photoshop/1.0/ DateCreated': 'date',
  'http://ns.adobe.com/exif/1.0/ DateTimeOriginal': 'date',
  'http://ns.adobe.com/xap/1.0/rights/ WebStatement': 'webStatement',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/ AltTextAccessibility': 'alt',
};
const maxBytes = 1024 * 1024;
const maxDepth = 64;
const maxValues = 500;

interface Value {
  property: string;
  lang: string;
  text: string;
}

/**
 * Reads an XMP packet. Anything with a document type is refused, so there are no entities to expand; size, depth and
 * number of values are capped. Throws on whatever is not well-formed.
 */
export function readXmp(packet: Uint8Array | undefined): XmpWords {
  if (!packet || packet.byteLength > maxBytes) return {};
  const text = new TextDecoder('utf-8', { fatal: true }).decode(packet).replace(/\0+$/, '');
  const values = collect(text);
  const several = (property: string) => values.filter((value) => value.property === property);
  const languages = (property: string): LangText =>
    Object.fromEntries(several(property).map(({ lang, text }) => [lang || 'x-default', text]));
  const one = (property: string, separator?: string) => {
    const texts = several(property).map((value) => value.text);
    return { [property]: separator ? texts.join(separator) : (texts[0] ?? '') };
  };
  return {
    title: languages('title'),
    description: languages('description'),
    alt: languages('alt'),
    rights: languages('rights'),
    ...one('creator', ', '),
    ...one('credit'),
    ...one('webStatement'),
    ...one('date'),
  };
}

function collect(text: string): Value[] {
  const parser = new SaxesParser({ xmlns: true });
  const values: Value[] = [];
  const open: { tag: SaxesTagNS; text: string }[] = [];
  const add = (value: Value) => {
    if (values.length < maxValues) values.push(value);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('XMP with a document type');
  });
  parser.on('opentag', (tag) => {
    if (open.push({ tag, text: '' }) > maxDepth) throw new Error('XMP nested too deeply');
    for (const { uri, local, value } of tag.uri === rdf && tag.local === 'Description'
      ? Object.values(tag.attributes)
      : []) {
      const property = wanted[`${uri} ${local}`];
      if (property) add({ property, lang: '', text: value });
    }
  });
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  });
  parser.on('closetag', () => {
    const value = endedValue(open);
    open.pop();
    if (value) add(value);
  });
  parser.write(text).close();
  return values;
}

/** The value that the innermost element ends: the property's own text, or an item of its bag, sequence or alternatives. */
function endedValue(open: readonly { tag: SaxesTagNS; text: string }[]): Value | null {
  const [element, container, holder] = open.toReversed();
  if (!element) return null;
  const isItem = element.tag.uri === rdf && element.tag.local === 'li' && container?.tag.uri === rdf;
  const tag = isItem ? holder?.tag : element.tag;
  const property = tag && wanted[`${tag.uri} ${tag.local}`];
  if (!property || element.text.trim() === '') return null;
  return { property, lang: element.tag.attributes['xml:lang']?.value ?? '', text: element.text };
}
