import { noticeOf, type RightsWords } from '../rights/rights-words.ts';
import { type DescribedWords, describedXmp } from './described-xmp.ts';
import { alternatives, sequence, simple } from './xmp-write.ts';

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
} as const;

/** Where the terms of the IPTC’s digital source types stand. */
const sourceTypesAt = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/**
 * The XMP packet of a picture: creator, credit, rights and the words that describe it, and nothing else.
 * @param more what only a packet that stays in the archive’s own hands has
 */
export function rightsXmp(words: RightsWords, more: DescribedWords = {}): string {
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
    simple('Iptc4xmpExt:DigitalSourceType', words.sourceType && `${sourceTypesAt}${words.sourceType}`),
    licensorOf(words.licensor),
    ...describedXmp(more),
  ];
  return packet(properties.filter((property) => property !== '').join('\n'));
}

/** Whether the picture is protected; nothing is said of one whose rights nobody has stated. */
const markedOf = ({ rights }: RightsWords): string | undefined =>
  rights === '' ? undefined : rights.includes('/publicdomain/') ? 'False' : 'True';

const licensorOf = (name: string | undefined): string =>
  name
    ? `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">${simple('plus:LicensorName', name)}</rdf:li></rdf:Seq></plus:Licensor>`
    : '';

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
