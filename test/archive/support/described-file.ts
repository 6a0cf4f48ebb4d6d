import sharp from 'sharp';

const languages = ['vi', 'en', 'fr', 'zh-Hans'] as const;
const alternatives = (texts: readonly string[]): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${texts[1]}</rdf:li>${texts
    .map((text, index) => `<rdf:li xml:lang="${languages[index]}">${text}</rdf:li>`)
    .join('')}</rdf:Alt>`;
const list = (items: readonly string[]): string =>
  `<rdf:Bag>${items.map((item) => `<rdf:li>${item}</rdf:li>`).join('')}</rdf:Bag>`;
const place = (parts: Readonly<Record<string, string>>): string =>
  `<rdf:Bag><rdf:li rdf:parseType="Resource">${Object.entries(parts)
    .map(([name, text]) => `<ext:${name}>${text}</ext:${name}>`)
    .join('')}</rdf:li></rdf:Bag>`;

const inLanguages = {
  title: ['Hội hoa xuân', 'Spring flower fair', 'Foire aux fleurs', '春花会'],
  extendedDescription: ['Dãy chậu mai vàng', 'Rows of yellow apricot', 'Rangées d’abricotiers', '一排排黄梅'],
  event: ['Hội hoa xuân 2018', 'Flower fair 2018', 'Foire de 2018', '2018年花会'],
  usageTerms: ['Chỉ dùng cho báo chí', 'Press only', 'Presse uniquement', '仅供新闻使用'],
} as const;

/** What the file says in one language of the studio. The headline names none: it is in the language of the intake. */
export const saidIn = (locale: 'vi' | 'en' | 'fr' | 'zh') => {
  const at = ['vi', 'en', 'fr', 'zh'].indexOf(locale);
  return Object.fromEntries(Object.entries(inLanguages).map(([field, texts]) => [field, texts[at] ?? '']));
};

/** What it says for all languages, as fields of its record. */
export const saidForAll = {
  copyright: '© Báo Ảnh, 2018',
  licensor: 'Kho Tư liệu, Thư viện',
  placeCreated: 'Tao Đàn, Quận 1',
  placesShown: ['Cổng chính, Công viên Tao Đàn'],
  keywords: ['hoa mai', 'Tết'],
  digitised: '2018-05-19',
  sourceType: 'digitalCapture',
  modelRelease: 'MR-LMR',
};

const packet = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
  xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
  xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
  photoshop:Headline="Mai nở sớm" photoshop:City="Quận 1" core:Location="Tao Đàn" xmp:CreateDate="2018-05-19T08:30:00+07:00"
  ext:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
  plus:ModelReleaseStatus="http://ns.useplus.org/ldf/vocab/MR-LMR">
  <dc:title>${alternatives(inLanguages.title)}</dc:title>
  <core:ExtDescrAccessibility>${alternatives(inLanguages.extendedDescription)}</core:ExtDescrAccessibility>
  <ext:Event>${alternatives(inLanguages.event)}</ext:Event>
  <xmpRights:UsageTerms>${alternatives(inLanguages.usageTerms)}</xmpRights:UsageTerms>
  <dc:rights>${alternatives(['© Báo Ảnh, 2018', '© Báo Ảnh, 2018', '© Báo Ảnh, 2018', '© Báo Ảnh, 2018'])}</dc:rights>
  <dc:subject>${list(saidForAll.keywords)}</dc:subject>
  <ext:LocationShown>${place({ Sublocation: 'Cổng chính', City: 'Công viên Tao Đàn' })}</ext:LocationShown>
  <plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>Kho Tư liệu</plus:LicensorName></rdf:li>
  <rdf:li rdf:parseType="Resource"><plus:LicensorName>Thư viện</plus:LicensorName></rdf:li></rdf:Seq></plus:Licensor>
  </rdf:Description></rdf:RDF>`;

/** A picture of its own for each number, with everything that a press office can say of it, in four languages. */
export const describedFile = async (number: number): Promise<Uint8Array<ArrayBuffer>> => {
  const create = { width: 320 + number, height: 200, channels: 3 as const, background: { r: number, g: 90, b: 120 } };
  return new Uint8Array(await sharp({ create }).withXmp(packet).jpeg().toBuffer());
};
