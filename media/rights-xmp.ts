import { type LangText, withDefault } from './lang-text.ts';
import { noticeOf, type RightsWords } from './rights-words.ts';

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
} as const;

/** The XMP packet of a picture: creator, credit, rights and the words that describe it, and nothing else. */
export function rightsXmp(words: RightsWords): string {
  const properties = [
    alternatives('dc:title', words.title),
    alternatives('dc:description', words.description),
    sequence('dc:creator', words.creator),
    alternatives('dc:rights', { 'x-default': noticeOf(words) }),
    simple('photoshop:Credit', words.credit),
    simple('photoshop:DateCreated', words.date),
    simple('xmpRights:Marked', markedOf(words)),
    simple('xmpRights:WebStatement', words.webStatement ?? words.rights),
    alternatives('xmpRights:UsageTerms', words.usageTerms),
    alternatives('Iptc4xmpCore:AltTextAccessibility', words.alt),
  ];
  return packet(properties.filter((property) => property !== '').join('\n'));
}

/** Whether the picture is protected; nothing is said of one whose rights nobody has stated. */
const markedOf = ({ rights }: RightsWords): string | undefined =>
  rights === '' ? undefined : rights.includes('/publicdomain/') ? 'False' : 'True';

function packet(properties: string): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${declared.join(' ')}>`,
    properties,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const simple = (name: string, text: string | undefined) => (text ? `<${name}>${escapeXml(text)}</${name}>` : '');

const sequence = (name: string, text: string) =>
  text ? `<${name}><rdf:Seq><rdf:li>${escapeXml(text)}</rdf:li></rdf:Seq></${name}>` : '';

function alternatives(name: string, text: LangText | undefined): string {
  const items = withDefault(text ?? {}).map(
    ([lang, words]) => `<rdf:li xml:lang="${escapeXml(lang)}">${escapeXml(words)}</rdf:li>`,
  );
  return items.length > 0 ? `<${name}><rdf:Alt>${items.join('')}</rdf:Alt></${name}>` : '';
}

/** What XML 1.0 cannot hold at all: controls, lone surrogates, the two noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const escapeXml = (text: string) => text.replace(impossible, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
