import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEmbedded } from './embedded.ts';
import type { EmbeddedRecord } from './embedded-record.ts';
import type { EmbeddedProperty } from './embedded-table.ts';
import { readTiff } from './exif-read.ts';

const namespaces = [
  'dc="http://purl.org/dc/elements/1.1/"',
  'photoshop="http://ns.adobe.com/photoshop/1.0/"',
  'xmp="http://ns.adobe.com/xap/1.0/"',
  'xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
  'core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
  'ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
  'plus="http://ns.useplus.org/ldf/xmp/1.0/"',
].map((declared) => `xmlns:${declared}`);
const xmp = (properties: string) =>
  Buffer.from(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description ${namespaces.join(' ')}>${properties}</rdf:Description></rdf:RDF>`);
const bag = (...items: string[]) => `<rdf:Bag>${items.map((item) => `<rdf:li>${item}</rdf:li>`).join('')}</rdf:Bag>`;
const alt = (texts: Record<string, string>) =>
  `<rdf:Alt>${Object.entries(texts)
    .map(([lang, text]) => `<rdf:li xml:lang="${lang}">${text}</rdf:li>`)
    .join('')}</rdf:Alt>`;
const place = (parts: Record<string, string>) =>
  `<rdf:li rdf:parseType="Resource">${Object.entries(parts)
    .map(([name, text]) => `<ext:${name}>${text}</ext:${name}>`)
    .join('')}</rdf:li>`;

/** IPTC-IIM without a declared character set. */
const iim = (texts: [number: number, text: string, encoding?: 'latin1' | 'utf8'][]) =>
  Buffer.concat(
    texts.flatMap(([number, text, encoding = 'utf8']) => {
      const data = Buffer.from(text, encoding);
      return [Buffer.from([0x1c, 2, number, data.length >> 8, data.length & 0xff]), data];
    }),
  );

/** An EXIF block with texts in its first folder. */
const exif = (texts: [tag: number, text: string][]) => {
  const head = Buffer.alloc(10 + texts.length * 12 + 4);
  head.write('II*\0\x08\0\0\0', 'latin1');
  head.writeUInt16LE(texts.length, 8);
  const data: Buffer[] = [];
  for (const [index, [tag, text]] of texts.entries()) {
    const bytes = Buffer.from(`${text}\0\0\0\0`);
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(2, at + 2);
    head.writeUInt32LE(bytes.length, at + 4);
    head.writeUInt32LE(head.length + Buffer.concat(data).length, at + 8);
    data.push(bytes);
  }
  return Buffer.concat([head, ...data]);
};

const textsOf = ({ values }: EmbeddedRecord, property: EmbeddedProperty) =>
  values[property]?.said.map(({ lang, text }) => (lang ? `${lang}: ${text}` : text));

test('XMP says everything that the table has, each in its language', () => {
  const record = readEmbedded({
    xmp: xmp(`<dc:title>${alt({ 'x-default': 'Chợ', 'vi-VN': 'Chợ', 'zh-CN': '市场', 'zh-Hant': '市場', de: 'Markt' })}</dc:title>
      <photoshop:Headline>Buổi sáng</photoshop:Headline>
      <core:AltTextAccessibility>${alt({ fr: 'Une halle' })}</core:AltTextAccessibility>
      <core:ExtDescrAccessibility>${alt({ 'en-GB': 'A hall with a clock' })}</core:ExtDescrAccessibility>
      <dc:creator>${bag('An', 'Bình', 'An')}</dc:creator>
      <plus:Licensor><rdf:Seq><rdf:li plus:LicensorName="Bến Thành"/></rdf:Seq></plus:Licensor>
      <xmpRights:UsageTerms>${alt({ en: 'Ask first' })}</xmpRights:UsageTerms>
      <xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>
      <ext:PersonInImage>${bag('Lan')}</ext:PersonInImage>
      <ext:Event>${alt({ vi: 'Tết' })}</ext:Event>
      <ext:LocationCreated><rdf:Bag>${place({ CountryName: 'Việt Nam', City: 'Huế', Sublocation: 'Đại Nội' })}</rdf:Bag></ext:LocationCreated>
      <ext:LocationShown><rdf:Bag>${place({ City: 'Huế' })}${place({ City: 'Hội An' })}</rdf:Bag></ext:LocationShown>
      <dc:subject>${bag('chợ', 'market')}</dc:subject>
      <photoshop:DateCreated>1968-02</photoshop:DateCreated><xmp:CreateDate>2004-01-02T03:04:05Z</xmp:CreateDate>
      <ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm</ext:DigitalSourceType>
      <plus:ModelReleaseStatus>http://ns.useplus.org/ldf/vocab/MR-NON</plus:ModelReleaseStatus>`),
  });
  const read = Object.fromEntries(
    Object.keys(record.values).map((property) => [property, textsOf(record, property as EmbeddedProperty)]),
  );
  expect(read).toEqual({
    title: ['x-default: Chợ', 'vi: Chợ', 'zh-Hans: 市场', 'zh-Hant: 市場', 'de: Markt'],
    headline: ['Buổi sáng'],
    alt: ['fr: Une halle'],
    extendedDescription: ['en: A hall with a clock'],
    creator: ['An', 'Bình'],
    licensor: ['Bến Thành'],
    usageTerms: ['en: Ask first'],
    webStatement: ['https://creativecommons.org/licenses/by/4.0/'],
    persons: ['Lan'],
    event: ['vi: Tết'],
    placeCreated: ['Đại Nội, Huế, Việt Nam'],
    placesShown: ['Huế', 'Hội An'],
    keywords: ['chợ', 'market'],
    created: ['1968-02'],
    digitised: ['2004-01-02T03:04Z'],
    sourceType: ['negativeFilm'],
    modelRelease: ['MR-NON'],
  });
  expect(record.values.created?.said[0]?.precision).toBe('month');
  expect(record.unreadable).toEqual([]);
});

test('IIM says it where XMP does not, and EXIF where neither does', () => {
  const record = readEmbedded({
    xmp: xmp('<photoshop:Headline>Phố</photoshop:Headline>'),
    iptc: iim([
      [5, 'Chợ'],
      [80, 'An'],
      [80, 'Bình'],
      [55, '19680200'],
      [60, '101500+0700'],
      [90, 'Huế'],
      [101, 'Việt Nam'],
    ]),
    exif: exif([
      [0x010e, 'A market'],
      [0x013b, 'Binh'],
    ]),
  });
  expect(textsOf(record, 'headline')).toEqual(['Phố']);
  expect(textsOf(record, 'title')).toEqual(['Chợ']);
  expect(textsOf(record, 'creator')).toEqual(['An', 'Bình']);
  expect(textsOf(record, 'created')).toEqual(['1968-02']);
  expect(textsOf(record, 'placeCreated')).toEqual(['Huế, Việt Nam']);
  expect(textsOf(record, 'caption')).toEqual(['A market']);
  expect(record.values.creator?.differing).toEqual([]);
});

test('of a TIFF the first folder of the file itself is read, wherever it lies', () => {
  const file = exif([[0x013b, 'Nguyễn Văn A']]);
  const record = readEmbedded({}, () => readTiff((at, length) => file.subarray(at, at + length)));
  expect(textsOf(record, 'creator')).toEqual(['Nguyễn Văn A']);
});

describe('of values that contradict each other', () => {
  const differing = (blocks: Parameters<typeof readEmbedded>[0], property: EmbeddedProperty) => {
    const found = readEmbedded(blocks).values[property];
    return [found?.said[0]?.text, ...(found?.differing.map(({ source, text }) => `${source}: ${text}`) ?? [])];
  };

  test('XMP wins, and what the others say is kept', () => {
    const blocks = { xmp: xmp('<photoshop:Credit>Mới</photoshop:Credit>'), iptc: iim([[110, 'Cũ']]) };
    expect(differing(blocks, 'credit')).toEqual(['Mới', 'iim: Cũ']);
    const dates = {
      xmp: xmp('<photoshop:DateCreated>1968</photoshop:DateCreated>'),
      iptc: iim([[55, '19680201']]),
      exif: exif([[0x9003, '2004:01:01 10:00:00']]),
    };
    expect(differing(dates, 'created')).toEqual(['1968', 'exif: 2004-01-01T10:00']);
  });

  test('the same in another language, cut short, or without its marks is none', () => {
    const long = 'Nguyễn Thị Thanh Tuyền và các bạn';
    const title = `<dc:title>${alt({ 'x-default': 'Market', vi: 'Chợ' })}</dc:title>`;
    const creator = `<dc:creator>${bag(long)}</dc:creator>`;
    expect(differing({ xmp: xmp(title), iptc: iim([[5, 'Chợ']]) }, 'title')).toEqual(['Market']);
    expect(differing({ xmp: xmp(creator), iptc: iim([[80, long.slice(0, 24)]]) }, 'creator')).toEqual([long]);
    expect(
      differing({ xmp: xmp(creator), exif: exif([[0x013b, 'Nguyen Thi Thanh Tuyen va cac ban']]) }, 'creator'),
    ).toEqual([long]);
    const notice = `<dc:rights>${alt({ 'x-default': 'Kho Ảnh (CC0)' })}</dc:rights>`;
    expect(differing({ xmp: xmp(notice), exif: exif([[0x8298, 'Kho Anh']]) }, 'notice')).toEqual(['Kho Ảnh (CC0)']);
    expect(differing({ xmp: xmp(notice), exif: exif([[0x8298, 'Kho A']]) }, 'notice')).toHaveLength(2);
  });

  test('an older encoding of the same is none', () => {
    const caption = `<dc:description>${alt({ vi: 'Thành phố Hồ Chí Minh' })}</dc:description>`;
    const iptc = iim([[120, 'Thµnh phè Hå ChÝ Minh', 'latin1']]);
    expect(differing({ xmp: xmp(caption), iptc }, 'caption')).toEqual(['Thành phố Hồ Chí Minh']);
  });
});

test('legacy text is kept as it is, with what it seems to mean beside it, also where there is little of it', () => {
  const { values } = readEmbedded({
    iptc: iim([
      [120, 'Chî BÕn Thµnh, nh×n tõ ®\u00ad\u00eang Lª Lîi', 'latin1'],
      [90, 'HuÕ', 'latin1'],
      [110, 'Photo: Marché', 'latin1'],
    ]),
  });
  expect(values.caption?.said).toMatchObject([
    {
      text: 'Chî BÕn Thµnh, nh×n tõ ®êng Lª Lîi',
      legacy: { form: 'tcvn3', text: 'Chợ Bến Thành, nhìn từ đường Lê Lợi' },
    },
  ]);
  expect(values.placeCreated?.said).toMatchObject([{ text: 'HuÕ', legacy: { form: 'tcvn3', text: 'Huế' } }]);
  expect(values.credit?.said).toEqual([{ source: 'iim', lang: '', text: 'Photo: Marché' }]);
});

test('scripts, controls and addresses that lead nowhere are only text, or nothing', () => {
  const { values } = readEmbedded({
    xmp: xmp(`<photoshop:Credit>&lt;script&gt;a\u202eb\u0085</photoshop:Credit>
      <xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement><dc:title>${alt({ '!!': 'x'.repeat(9000) })}</dc:title>`),
  });
  expect(values.credit?.said[0]?.text).toBe('<script>ab');
  expect(values.webStatement).toBeUndefined();
  expect(values.title?.said[0]).toMatchObject({ lang: '', text: 'x'.repeat(4000) });
});

test('a block that cannot be read is named, and takes nothing from the others', () => {
  const record = readEmbedded({
    xmp: Buffer.from('<a>'),
    iptc: iim([[5, 'Chợ']]),
    exif: Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1'),
  });
  expect(record.unreadable).toEqual(['xmp', 'exif']);
  expect(textsOf(record, 'title')).toEqual(['Chợ']);
});

test('whatever the bytes, an answer comes, and ten megabytes of them are no more than few', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(bytes, bytes, bytes, (one, two, three) => {
      const started = Buffer.concat([Buffer.from([0x1c, 2, 120, 0, 40]), two]);
      const folder = Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), three]);
      readEmbedded({ xmp: Buffer.from(one), iptc: started, exif: folder });
    }),
  );
  const huge = (piece: Buffer) => Buffer.alloc(10_000_000, piece);
  const record = readEmbedded({
    xmp: huge(Buffer.from('<a>')),
    iptc: huge(
      iim([
        [25, 'Chî BÕn Thµnh', 'latin1'],
        [25, 'b'],
      ]),
    ),
    exif: huge(Buffer.from('II*\0\0\0\0\0', 'latin1')),
  });
  expect(record.values.keywords?.said.length).toBeLessThanOrEqual(100);
  expect(JSON.stringify(record).length).toBeLessThan(100_000);
});
