import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asWindows1252, singleBytes } from '../formats/single-bytes.ts';
import { type LegacyForm, tcvn3, windows1258 } from './legacy-tables.ts';
import { recogniseLegacy } from './legacy-text.ts';

const sentences = [
  'Chợ Bến Thành buổi sáng, nhìn từ phía đường Lê Lợi.',
  'Bà con Chợ Lớn gói bánh tét, chuẩn bị đón Tết Nguyên đán.',
  'Thuyền bè tấp nập trên kênh Tàu Hủ; ảnh chụp năm 1968.',
  'Nghệ sĩ cải lương hóa trang trước giờ mở màn.',
  'Học sinh trường Lê Quý Đôn đạp xe dưới hàng me già.',
  'Những người thợ sửa mái ngói Bưu điện Thành phố Hồ Chí Minh.',
  'Đường Nguyễn Huệ rực rỡ ánh đèn, khách quốc tế thưởng ngoạn phố đi bộ.',
];

/** The ABC fonts' letters as Windows-1252 shows them, in pairs. */
const abc =
  'àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ® èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ư­ ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§';
const abcOf = new Map(abc.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
const toTcvn3 = (text: string) => Array.from(text, (letter) => abcOf.get(letter) ?? letter).join('');

const tones = '\u0300\u0301\u0303\u0309\u0323';
const partsOf = (letter: string): [base: string, quality: string, tone: string] => {
  const marks = [...letter.normalize('NFD')];
  const tone = marks.find((mark) => tones.includes(mark)) ?? '';
  return [marks[0] ?? '', marks.slice(1).find((mark) => mark !== tone) ?? '', tone];
};

/** VNI: base, then one sign for tone and quality together; ơ and ư have signs of their own, đ and the i’s too. */
const vniAlone: Record<string, string> = { đ: 'ñ', Đ: 'Ñ', í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' };
const vniSigns: Record<string, string> = { '': 'øùõûï', '\u0302': 'àáãåä', '\u0306': 'èéüúë', '\u031b': 'øùõûï' };
const vniQuality: Record<string, string> = { '\u0302': 'â', '\u0306': 'ê' };
const toVni = (text: string) =>
  Array.from(text, (letter) => {
    const [base, quality, tone] = partsOf(letter);
    const horned = { o: 'ô', u: 'ö', O: 'Ô', U: 'Ö' }[quality === '\u031b' ? base : ''] ?? base;
    const sign = tone ? (vniSigns[quality]?.charAt(tones.indexOf(tone)) ?? '') : (vniQuality[quality] ?? '');
    const whole = horned + (letter === letter.toUpperCase() ? sign.toUpperCase() : sign);
    return vniAlone[letter] ?? whole;
  }).join('');

const in1258 = new Map([...windows1258].map(([byte, letter]) => [letter, String.fromCharCode(byte)]));
const to1258 = (text: string) =>
  Array.from(text, (letter) => {
    const [base, quality, tone] = partsOf(letter);
    const plain = (base + quality).normalize('NFC');
    return (in1258.get(plain) ?? plain) + (in1258.get(tone) ?? '');
  }).join('');

const misread = (text: string) => asWindows1252(new TextEncoder().encode(text));

const encoders: Record<LegacyForm, (text: string) => string> = {
  tcvn3: toTcvn3,
  vni: toVni,
  'windows-1258': to1258,
  'utf-8': misread,
  'utf-8-twice': (text) => misread(misread(text)),
};

describe.each(Object.entries(encoders))('%s', (form, encode) => {
  test.each(sentences)('%s comes back letter by letter', (sentence) => {
    expect(encode(sentence)).not.toBe(sentence);
    const found = recogniseLegacy(encode(sentence));
    expect(found).toMatchObject({ form, text: sentence });
    expect(found?.certainty).toBeGreaterThan(0.8);
  });

  test('less is enough beside other texts in this form', () => {
    expect(recogniseLegacy(encode('Huế 1968'), form as LegacyForm)).toMatchObject({ text: 'Huế 1968' });
  });
});

test.each<[shown: string, form: LegacyForm, meant: string]>([
  ['Thµnh phè Hå ChÝ Minh', 'tcvn3', 'Thành phố Hồ Chí Minh'],
  ['C¶ng Nhµ Rång nh×n tõ s«ng Sµi Gßn', 'tcvn3', 'Cảng Nhà Rồng nhìn từ sông Sài Gòn'],
  ['NGUYÔN V¡N B¶Y', 'tcvn3', 'NGUYỄN VĂN BẢY'],
  ['Thaønh phoá Hoà Chí Minh', 'vni', 'Thành phố Hồ Chí Minh'],
  ['ÑÖÔØNG NGUYEÃN HUEÄ', 'vni', 'ĐƯỜNG NGUYỄN HUỆ'],
  ['Thành phôì HôÌ Chí Minh', 'windows-1258', 'Thành phố Hồ Chí Minh'],
  ['Chá»£ Báº¿n ThÃ\u00a0nh', 'utf-8', 'Chợ Bến Thành'],
  ['Chá»£ Báº¿n ThÃ nh', 'utf-8', 'Chợ Bến Thành'],
  ['MarchÃ© central', 'utf-8', 'Marché central'],
])('%s is %s for %s', (shown, form, meant) => {
  expect(recogniseLegacy(shown)).toMatchObject({ form, text: meant });
});

test('soft hyphens and Latin-1 controls count as letters', () => {
  expect(recogniseLegacy('§\u00ad\u00eang phè')).toMatchObject({ text: 'Đường phố' });
  const latin1 = Buffer.from('Khởi nghĩa Nguyễn Trung Trực').toString('latin1');
  expect(recogniseLegacy(latin1)).toMatchObject({ form: 'utf-8', text: 'Khởi nghĩa Nguyễn Trung Trực' });
});

test('a little text is less certain than much', () => {
  const certainty = (text: string) => recogniseLegacy(toTcvn3(text))?.certainty ?? 0;
  expect(certainty('Sài Gòn')).toBeGreaterThan(0.6);
  expect(certainty('Sài Gòn')).toBeLessThan(certainty(sentences[0] ?? ''));
});

test('one word alone is not enough, nor are two in a long text of another language', () => {
  expect(recogniseLegacy(toVni('Nguyễn'))).toBeNull();
  expect(recogniseLegacy(toTcvn3('Huế 1968'))).toBeNull();
  const english = 'as it was seen through the windows of a press photographer between two journeys';
  expect(recogniseLegacy(`${toTcvn3('Sài Gòn')} ${english}`)).toBeNull();
});

/** Texts that are what they seem to be; parts of them are tried, too. */
const honest = [
  ...sentences,
  ...sentences.map((sentence) => sentence.normalize('NFD')),
  'Bà Lê Thú có cá và cà phê, xã nhà có hai lò mía.',
  'Công ty du lịch mở tuyến xe buýt hai tầng quanh trung tâm.',
  'Le marché couvert, bâti en 1914, s’éveille dès l’aube : « un théâtre », dit-on là où naît le fleuve.',
  'Où dînait-on jadis ? Tôt ou tard, l’été, près de l’hôtel Continental, un thé à la main.',
  'Façade de l’ancien hôtel de ville, côté jardin ; crédit : René Lefèvre, Hà Nội, 1932.',
  'Vue aérienne du port, île de Thị Nghè et rivière de Saïgon, naïvement coloriée à Noël.',
  'Blick über die Dächer: Händler öffnen früh ihre Stände, größere Körbe stehen auf der Straße.',
  'Preuves « de bonne volonté\u00a0», sur le marché\u00a0», dit-on.',
  'Công, of 10 µm.',
  'Thé né à Huế',
  'Tôt à la mer, dû à la crue, là',
  'Schöne Grüße aus Köln! Das Gemälde hängt für längere Zeit im Süßwarenmuseum.',
  'The café’s façade (© 2018 Canon® EOS), 35 mm, f/2.8, 20 °C, ½ s, ±1 EV; grain of 10 µm.',
  'A street vendor sets out fruit before dawn in District 5.',
  'La niña corrió más rápido que el señor Muñoz. São Paulo, così è la vita.',
  '清晨的滨城市场，摊贩正在摆放水果。',
  '胡志明市人民委员会大楼夜景，摄影：陈明。',
  'Ảnh: Trần Minh / 滨城市场 / Marché Bến Thành',
];

test.each(honest)('%s is left alone', (text) => {
  for (const expected of [undefined, 'tcvn3'] as const) {
    const found = recogniseLegacy(text, expected);
    expect(found).toBeNull();
  }
});

test('so is every run of words in each of them', () => {
  const runs = honest.flatMap((text) => {
    const words = text.split(' ');
    return words.flatMap((_, from) =>
      words.slice(from).map((_, length) => words.slice(from, from + length + 1).join(' ')),
    );
  });
  expect(runs.length).toBeGreaterThan(1000);
  expect(runs.filter((run) => recogniseLegacy(run) !== null)).toEqual([]);
});

test('ASCII and whatever no single byte can hold are left alone, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (any, ascii) => {
      recogniseLegacy(any);
      expect(recogniseLegacy(ascii)).toBeNull();
      expect(recogniseLegacy(`${any}市`)).toBeNull();
    }),
  );
});

test('the tables agree with those of the platform, and bytes come back', () => {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(singleBytes(asWindows1252(every))).toEqual(every);
  expect(asWindows1252(every)).toBe(new TextDecoder('windows-1252').decode(every));
  const theirs = [...new TextDecoder('windows-1258').decode(every)];
  for (const byte of every.subarray(0xa0)) {
    expect(windows1258.get(byte) ?? String.fromCharCode(byte)).toBe(theirs[byte]);
  }
  expect(tcvn3.size).toBe(abcOf.size);
});

const corpus = join(import.meta.dirname, '../../../shared/corpora/ntrex.jsonl');
// biome-ignore lint/suspicious/noConsole: whoever reads the run is to know what it did not test
if (!existsSync(corpus)) console.warn('LEFT OUT: ../shared/corpora is not there, so no wide text was tested');

type Article = Record<string, { title: string; paragraphs: string[] }>;

describe.skipIf(!existsSync(corpus))('newspaper articles', () => {
  const articles: Article[] = existsSync(corpus)
    ? readFileSync(corpus, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  const texts = (language: string) =>
    articles.flatMap((article) => [article[language]?.title ?? '', ...(article[language]?.paragraphs ?? [])]);

  test.each(['en', 'fr', 'vi', 'zh', 'zh-Hant'])('in %s are left alone, whole and clause by clause', (language) => {
    const clauses = texts(language).flatMap((text) => [text, ...text.split(/[,.;:] /)]);
    expect(clauses.length).toBeGreaterThan(1000);
    expect(clauses.filter((clause) => recogniseLegacy(clause) !== null)).toEqual([]);
  });

  test.each(Object.entries(encoders))('in Vietnamese kept as %s come back', (form, encode) => {
    const kept = texts('vi').filter((text) => text.split(' ').length > 5 && !/[^\0-ỹ–—‘’“”…]/.test(text));
    // TCVN3 has no capitals with a tone
    const meant = (text: string) => (form === 'tcvn3' ? text.toLowerCase() : text).normalize('NFC');
    const missed = kept.filter((text) => recogniseLegacy(encode(meant(text)))?.text !== meant(text));
    expect(missed.length / kept.length).toBeLessThan(0.01);
  });
});
