import { expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

test.each([
  ['The market is open to all visitors from tomorrow.', 'en'],
  ['Le marché est ouvert à tous les visiteurs dès demain.', 'fr'],
  ['Chợ mở cửa đón khách từ ngày mai và sẽ kéo dài một tuần.', 'vi'],
  ['市场明天起向所有游客开放。', 'zh'],
  ['参观 Museum of Fine Arts 的门票', 'zh'],
  ['Bến Thành, Nguyễn Huệ, Đồng Khởi, Lê Lợi', undefined],
  ['The Beatles', undefined],
  ['16.5 %', undefined],
  ['', undefined],
])('%s', (text, language) => expect(languageOf(text)).toBe(language));

test('a decomposed text is read as well', () => {
  expect(languageOf('Chợ mở cửa đón khách từ ngày mai và sẽ kéo dài một tuần.'.normalize('NFD'))).toBe('vi');
});
