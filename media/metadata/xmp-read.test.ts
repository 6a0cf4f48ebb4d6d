import { expect, test } from 'vitest';
import { rightsXmp } from './rights-xmp.ts';
import { readXmp } from './xmp-read.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const packet = (properties: string, attributes = '') =>
  bytes(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ps="http://ns.adobe.com/photoshop/1.0/"
  xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
  xmlns:mm="http://ns.adobe.com/xap/1.0/mm/" ${attributes}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`);

/** Name, part, item, language and text of each value. */
const read = (properties: string, attributes?: string) =>
  readXmp(packet(properties, attributes)).map(({ name, part, item, lang, text }) => [name, part, item, lang, text]);

test('languages, sequences and attributes are read, whatever prefix the packet has', () => {
  expect(
    read(
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Market</rdf:li><rdf:li xml:lang="vi">Chợ</rdf:li></rdf:Alt></dc:title>
       <dc:creator><rdf:Seq><rdf:li>An</rdf:li><rdf:li>Bình</rdf:li></rdf:Seq></dc:creator>`,
      'ps:Credit="Bến Thành"',
    ),
  ).toEqual([
    ['photoshop:Credit', '', 0, '', 'Bến Thành'],
    ['dc:title', '', 0, 'x-default', 'Market'],
    ['dc:title', '', 1, 'vi', 'Chợ'],
    ['dc:creator', '', 0, '', 'An'],
    ['dc:creator', '', 1, '', 'Bình'],
  ]);
});

test.each([
  ['as elements', '<rdf:li rdf:parseType="Resource"><ext:City>Huế</ext:City></rdf:li>'],
  ['in a description', '<rdf:li><rdf:Description><ext:City>Huế</ext:City></rdf:Description></rdf:li>'],
  ['as attributes of an item', '<rdf:li ext:City="Huế"/>'],
  ['as attributes of a description', '<rdf:li><rdf:Description ext:City="Huế"/></rdf:li>'],
])('structures are read %s, each item by itself', (_, second) => {
  const first = '<rdf:li rdf:parseType="Resource"><ext:City>Cần Thơ</ext:City></rdf:li>';
  expect(read(`<ext:LocationShown><rdf:Bag>${first}${second}</rdf:Bag></ext:LocationShown>`)).toEqual([
    ['Iptc4xmpExt:LocationShown', 'Iptc4xmpExt:City', 0, '', 'Cần Thơ'],
    ['Iptc4xmpExt:LocationShown', 'Iptc4xmpExt:City', 1, '', 'Huế'],
  ]);
});

test('a language inside a structure does not count as another item', () => {
  const name = '<ext:PersonName><rdf:Alt><rdf:li xml:lang="vi">An</rdf:li></rdf:Alt></ext:PersonName>';
  const details = `<rdf:Bag><rdf:li/><rdf:li rdf:parseType="Resource">${name}</rdf:li></rdf:Bag>`;
  expect(read(`<ext:PersonInImageWDetails>${details}</ext:PersonInImageWDetails>`)).toEqual([
    ['Iptc4xmpExt:PersonInImageWDetails', 'Iptc4xmpExt:PersonName', 1, 'vi', 'An'],
  ]);
});

test('an address may be a resource, and a value may have qualifiers', () => {
  expect(
    read(
      '<plus:ModelReleaseStatus rdf:resource="http://ns.useplus.org/ldf/vocab/MR-NON"/><ps:Headline><rdf:Description><rdf:value>Chợ</rdf:value></rdf:Description></ps:Headline>',
    ),
  ).toEqual([
    ['plus:ModelReleaseStatus', '', 0, '', 'http://ns.useplus.org/ldf/vocab/MR-NON'],
    ['photoshop:Headline', '', 0, '', 'Chợ'],
  ]);
});

test('what a picture was made from does not speak for it', () => {
  const inner = '<rdf:li rdf:parseType="Resource"><dc:title>Another</dc:title></rdf:li>';
  expect(read(`<ext:LocationShown><rdf:Bag>${inner}</rdf:Bag></ext:LocationShown>`)).toEqual([
    ['Iptc4xmpExt:LocationShown', 'dc:title', 0, '', 'Another'],
  ]);
  const deep = '<ext:LocationShown><ext:City><dc:title>Deep</dc:title></ext:City></ext:LocationShown>';
  expect(read(deep)).toEqual([]);
  expect(readXmp(bytes('<a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>No RDF</dc:title></a>'))).toEqual([]);
});

test('what our own writer writes is read back, signs and all', () => {
  const title = { vi: `<a & "b" 'c'> ]]>`, 'zh-Hans': '市场' };
  const words = { credit: 'C & A', creator: '<An>', rights: 'http://example.org/', title, alt: { fr: 'Le marché' } };
  const values = readXmp(bytes(rightsXmp(words)));
  const textsOf = (name: string) =>
    Object.fromEntries(values.filter((value) => value.name === name).map(({ lang, text }) => [lang, text]));
  expect(textsOf('dc:title')).toEqual({ 'x-default': title.vi, ...title });
  expect(textsOf('dc:creator')).toEqual({ '': '<An>' });
  expect(textsOf('photoshop:Credit')).toEqual({ '': 'C & A' });
  expect(textsOf('Iptc4xmpCore:AltTextAccessibility')).toMatchObject({ fr: 'Le marché' });
});

test('of a list without end, the beginning is read', () => {
  expect(read(`<dc:subject><rdf:Bag>${'<rdf:li>a</rdf:li>'.repeat(20_000)}</rdf:Bag></dc:subject>`)).toHaveLength(500);
});

test.each([
  ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['an unknown entity', '<a>&b;</a>'],
  ['an unclosed element', '<a><b></a>'],
  ['nesting without end', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
  ['a packet beyond a megabyte', `<a>${' '.repeat(1024 * 1024)}</a>`],
])('%s is refused', (_, text) => {
  expect(() => readXmp(bytes(text))).toThrow();
});

test('bytes that are not UTF-8 are refused', () => {
  expect(() => readXmp(Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]))).toThrow();
});
