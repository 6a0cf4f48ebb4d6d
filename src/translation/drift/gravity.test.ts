import { describe, expect, it } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '../content.ts';
import { gravityOf } from './gravity.ts';

const gravity = (before: string, after: string, locale: StudioLocale) =>
  gravityOf([{ text: before }], [{ text: after }], locale);

describe('how grave a change is', () => {
  it.each<[StudioLocale, string, string, string]>([
    ['en', 'The park opens at 9.', 'The park  opens\u00a0at 9.', 'none'],
    ['en', 'The park opens at 9.', 'The park opens at 10.', 'fact'],
    ['en', 'Fifteen gardens wait.', 'Sixteen gardens wait.', 'fact'],
    ['en', 'Fifteen gardens wait.', '15 gardens wait.', 'style'],
    ['vi', 'Có mười lăm khu vườn.', 'Có mười sáu khu vườn.', 'fact'],
    ['vi', 'Ngày 3/5/2026 mở cửa.', 'Ngày 4/5/2026 mở cửa.', 'fact'],
    ['fr', 'Le billet coûte 12 €.', 'Le billet coûte 15 €.', 'fact'],
    ['zh', '公园于五月三日开放。', '公园于五月四日开放。', 'fact'],
    ['en', 'The park in Hanoi opens.', 'The park in Huế opens.', 'fact'],
    ['en', 'The park opens. Đà Nẵng waits.', 'The park opens. Hội An waits.', 'fact'],
    ['en', 'Visitors like the park.', 'Tourists like the park.', 'meaning'],
    ['en', 'The park is open.', 'The park is not open.', 'meaning'],
    ['en', 'The park is open', 'A park is open.', 'style'],
    ['en', 'The Mayor came.', 'The mayor came.', 'style'],
    ['en', 'City Opens New Park on the River', 'City Closes New Park on the River', 'meaning'],
    ['en', 'UNESCO lists it.', 'UNICEF lists it.', 'fact'],
    ['vi', 'Khu vườn hoà bình', 'Khu vườn hòa bình', 'style'],
    ['vi', 'Chợ Bến Thành mở cửa.', 'Chợ Bình Tây mở cửa.', 'fact'],
    ['vi', 'Chúng tôi mời quý khách.', 'Hôm nay mời quý khách.', 'meaning'],
    ['vi', 'Khách được vào.', 'Khách không được vào.', 'meaning'],
    ['fr', 'Le marché « Bến Thành » ouvre !', 'Le marché "Bến Thành" ouvre!', 'style'],
    ['fr', 'Il ouvre à Paris.', 'Il ouvre à Lyon.', 'fact'],
    ['fr', 'Hier, la ville a ouvert le parc.', 'Demain, la ville a ouvert le parc.', 'meaning'],
    ['zh', '公园今天开放。', '公园今天关闭。', 'meaning'],
    ['zh', '公园今天开放。', '公园今天开放！', 'style'],
    ['zh', '活动在阮惠街举行。', '活动在黎利街举行。', 'fact'],
    ['zh', '陈文福主席出席。', '黎文明主席出席。', 'fact'],
    ['zh', '游客访问西贡。', '游客访问河内。', 'fact'],
    ['zh', '美丽的公园', '美丽公园', 'style'],
  ])('%s: %s → %s is %s', (locale, before, after, expected) => {
    expect(gravity(before, after, locale)).toBe(expected);
  });

  it('is none where only the formatting changed', () => {
    const bold: Content = [
      { code: 'open', id: '1', kind: 'bold' },
      { text: 'a' },
      { code: 'close', id: '1' },
      { text: ' b' },
    ];
    expect(gravityOf(bold, [{ text: 'a b' }], 'en')).toBe('none');
  });
});
