import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { isSlug, slugOf } from './slug.ts';

describe('a slug', () => {
  it.each([
    ['Đường Nguyễn Huệ', 'duong-nguyen-hue'],
    ['Lễ hội Áo dài Thành phố Hồ Chí Minh lần thứ 10', 'le-hoi-ao-dai-thanh-pho-ho-chi-minh-lan-thu-10'],
    ['L’été à Thủ Đức : cœur de ville', 'l-ete-a-thu-duc-coeur-de-ville'],
    ['Metro Line 1 opens!', 'metro-line-1-opens'],
    ['绿色城市', 'lvse-chengshi'],
    ['  --  a  --  ', 'a'],
  ])('of %s is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('of a Chinese title is its Pinyin', () => {
    expect(slugOf('胡志明市旅游')).toMatch(/^hu-?zhi-?ming-?shi-lvyou$/);
    expect(slugOf('2026年胡志明市美食节')).toMatch(/^2026-nian-/);
  });

  it.each([
    ['一行人走进银行的行长办公室', 'yixing-ren-zoujin-yinhang-de-hangzhang-bangong-shi'],
    ['交响乐团与音乐会', 'jiaoxiang-yue-tuan-yu-yinyue-hui'],
    ['重阳节前后重点重建', 'chongyangjie-qianhou-zhongdian-chongjian'],
    ['首都的都市生活', 'shoudu-de-dushi-shenghuo'],
    ['才子弹唱', 'caizi-tanchang'],
  ])('reads the characters of %s as their words demand', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it.each([
    ['漫步堤岸', 'manbu-di-an'],
    ['西贡河上的奥黛', 'xigong-heshang-de-aodai'],
    ['滨城市场的一天', 'bincheng-shichang-de-yitian'],
    ['芹耶红树林', 'qinye-hongshulin'],
    ['春节花市', 'chunjie-huashi'],
    ['江河之城马拉松', 'jianghe-zhi-cheng-malasong'],
  ])('keeps the names of the city together: %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is the same for a title in NFC and in NFD', () => {
    const title = 'Đường Nguyễn Huệ';
    expect(slugOf(title.normalize('NFD'))).toBe(slugOf(title.normalize('NFC')));
  });

  it('is null where nothing can be written in Latin letters', () => {
    expect(slugOf('!!! —')).toBeNull();
    expect(slugOf('Москва')).toBeNull();
  });

  it('is cut between words', () => {
    const slug = slugOf('một hai ba bốn năm sáu bảy tám chín mười '.repeat(5)) ?? '';
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('-')).toBe(false);
    expect(isSlug(slug)).toBe(true);
  });
});

describe('folding', () => {
  it('drops marks, writes đ as d and leaves other scripts alone', () => {
    expect(fold('ĐƯỜNG Nguyễn Huệ 胡志明')).toBe('duong nguyen hue 胡志明');
  });
});
