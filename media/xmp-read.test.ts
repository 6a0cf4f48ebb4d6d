import { expect, test } from 'vitest';
import { rightsXmp } from './rights-xmp.ts';
import { readXmp } from './xmp-read.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const packet = (properties: string, attributes = '') =>
  bytes(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
  ${attributes}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`);

test('languages, sequences and attributes are read', () => {
  const read = readXmp(
    packet(
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Market</rdf:li><rdf:li xml:lang="vi">Chợ</rdf:li></rdf:Alt></dc:title>
       <dc:creator><rdf:Seq><rdf:li>An</rdf:li><rdf:li>Bình</rdf:li></rdf:Seq></dc:creator>`,
      'photoshop:Credit="Bến Thành"',
    ),
  );
  expect(read).toMatchObject({ title: { 'x-default': 'Market', vi: 'Chợ' }, creator: 'An, Bình', credit: 'Bến Thành' });
});

test('what our own writer writes is read back, signs and all', () => {
  const title = { vi: `<a & "b" 'c'> ]]>`, 'zh-Hans': '市场' };
  const written = rightsXmp({
    credit: 'C & A',
    creator: '<An>',
    rights: 'http://example.org/',
    title,
    alt: { fr: 'Le marché' },
  });
  expect(readXmp(bytes(written))).toMatchObject({ title, creator: '<An>', credit: 'C & A', alt: { fr: 'Le marché' } });
});

test.each([
  ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['an unknown entity', '<a>&b;</a>'],
  ['an unclosed element', '<a><b></a>'],
  ['nesting without end', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
])('%s is refused', (_, text) => {
  expect(() => readXmp(bytes(text))).toThrow();
});

test('a packet beyond a megabyte says nothing', () => {
  expect(readXmp(packet(' '.repeat(1024 * 1024)))).toEqual({});
});
