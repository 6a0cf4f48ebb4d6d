import { expect, test } from 'vitest';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const syllables =
  'chợ bến Thành phố hồ chí minh nguyễn đường khuya quốc gì gìn giếng giữa nghiêng hòa hoà khỏe khoẻ thủy thuỷ thuở mùa người rượu yêu quý quỳnh xoong ĐƯỢC ổ';

test.each(syllables.split(' '))('%s is one, composed or not', (word) => {
  expect(isVietnameseSyllable(word)).toBe(true);
  expect(isVietnameseSyllable(word.normalize('NFD'))).toBe(true);
});

test.each(['forêt', 'Straße', 'ộtộ', 'nạf', 'haù', 'tơt', 'các̀', 'jà', 'wà', 'ã́', '', 'chơ̛', '市场'])(
  '%s is none',
  (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  },
);
