import { expect, it } from 'vitest';
import { findSecrecy, isHeld } from './find.ts';

const seen = (text: string) =>
  findSecrecy(text).map(({ code, certainty, reading }) => `${code} ${certainty} ${reading}`);

it.each([
  ['MẬT', 'mat sure plain'],
  ['TUYỆT MẬT'.normalize('NFD'), 'tuyet-mat sure plain'],
  ['ＴUYỆT MẬT', 'tuyet-mat sure plain'],
  ['T Ố I   M Ậ T', 'toi-mat sure spaced'],
  ['M.Ậ.T', 'mat sure spaced'],
  ['TUYỆT\u200b MẬ\u00adT', 'tuyet-mat sure plain'],
  ['anh-TUYET_MAT-02.jpg', 'tuyet-mat sure unmarked'],
  ['ban do_MẬT_khu A.tif', 'mat sure plain'],
  ['Văn bản MẬT của sở, không gửi đi', 'mat likely plain'],
  ['Độ mật: Mật', 'mat sure plain'],
  ['Bản này chỉ lưu hành nội bộ trong cơ quan.', 'noi-bo likely plain'],
  ['chi luu hanh noi bo', 'noi-bo sure unmarked'],
  ['KHÔNG PHỔ BIẾN', 'khong-pho-bien sure plain'],
  ['TOP SECRET', 'top-secret sure plain'],
  ['Paper marked CONFIDENTIAL by the office', 'confidential likely plain'],
  ['Diffusion restreinte', 'diffusion-restreinte sure plain'],
  ['TRÈS SECRET', 'tres-secret sure plain'],
  ['绝密★启用前', 'juemi sure plain'],
  ['秘密★10年', 'mimi sure plain'],
  ['機密', 'jimi sure plain'],
  ['请勿外传这份名单', 'wai-chuan likely plain'],
])('finds %s', (text, expected) => expect(seen(text)).toEqual([expected]));

it.each([
  ['TCVN3', 'TUYÖT MËT', 'tuyet-mat sure tcvn3'],
  ['TCVN3', 'chØ l­u hµnh néi bé', 'noi-bo sure tcvn3'],
  ['VNI', 'TOÁI MAÄT', 'toi-mat sure vni'],
  ['VNI', 'chæ löu haønh noäi boä', 'noi-bo sure vni'],
  ['VISCII as Latin-1', 'TUY\u008eT M\u0087T', 'tuyet-mat sure viscii'],
  ['VISCII as Windows-1252', 'TUYŽT M‡T', 'tuyet-mat sure viscii'],
  ['VPS', 'TUY\u0006T M\u0003T', 'tuyet-mat sure vps'],
  ['VPS, small letters', 'chÌ lÜu hành n¶i b¶', 'noi-bo sure vps'],
  ['Windows-1258', 'KHÔNG PHÔ\u00d2 BIÊ\u00ecN', 'khong-pho-bien sure windows-1258'],
  ['UTF-8 as Windows-1252', 'TUYá»†T Máº¬T', 'tuyet-mat sure utf-8'],
  ['UTF-8 as Latin-1', Buffer.from('TỐI MẬT').toString('latin1'), 'toi-mat sure utf-8'],
  ['UTF-8, its no-break space lost', 'lÆ°u hÃ nh ná»™i bá»™', 'noi-bo sure utf-8'],
])('reads %s: %s', (_encoding, text, expected) => expect(seen(text)).toEqual([expected]));

it.each([
  'mật ong rừng U Minh',
  'MẬT ONG RỪNG U MINH',
  'Mật độ dân số của quận là bí mật đối với ai?',
  'Tôi mất ví ở chợ Bến Thành',
  'toi mat vi o cho Ben Thanh',
  'TOI MAT XE',
  'A secret recipe, and a confidential talk about a restricted area.',
  'Le secret de la sauce est confidentiel.',
  '秘密花园是一部电影',
  'Mọi người cùng tham mật vụ',
])('leaves %s alone', (text) => expect(findSecrecy(text)).toEqual([]));

it.each([
  'Hồ sơ tuyệt mật của triều đình trong truyện',
  'Cách làm này không phổ biến ở miền Nam.',
  'a top secret plan in the film',
  '公司泄露商业机密的案件',
])('points at %s and holds nothing', (text) => {
  const finds = findSecrecy(text);
  expect(finds).toHaveLength(1);
  expect(finds.some(isHeld)).toBe(false);
});

it('says where the words stand in the source, whatever they were made of', () => {
  for (const words of ['TUYỆT MẬT'.normalize('NFD'), 'TUYá»†T Máº¬T', 'TUYEÄT MAÄT', 'TUYÖT MËT']) {
    const text = `Số 12.\n${words}\nKế hoạch`;
    const [find] = findSecrecy(text);
    expect(text.slice(find?.start, find?.end)).toBe(words);
    expect(find?.words).toBe(words);
  }
});

it('reads a long text of one letter in no time that grows faster than the text', () => {
  expect(findSecrecy('m '.repeat(50_000))).toEqual([]);
  expect(findSecrecy('T U Y Ệ '.repeat(20_000))).toEqual([]);
});
