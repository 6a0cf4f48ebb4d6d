import { type LangText, withDefault } from './lang-text.ts';

/** A property with one text; nothing where there is none. */
export const simple = (name: string, text: string | undefined) => (text ? `<${name}>${escapeXml(text)}</${name}>` : '');

/** A property with a list of one. */
export const sequence = (name: string, text: string) =>
  text ? `<${name}><rdf:Seq><rdf:li>${escapeXml(text)}</rdf:li></rdf:Seq></${name}>` : '';

/** A property with a text for each language. */
export function alternatives(name: string, text: LangText | undefined): string {
  const items = withDefault(text ?? {}).map(
    ([lang, words]) => `<rdf:li xml:lang="${escapeXml(lang)}">${escapeXml(words)}</rdf:li>`,
  );
  return items.length > 0 ? `<${name}><rdf:Alt>${items.join('')}</rdf:Alt></${name}>` : '';
}

/** What XML 1.0 cannot hold at all: controls, lone surrogates, the two noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

export const escapeXml = (text: string) =>
  text.replace(impossible, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
