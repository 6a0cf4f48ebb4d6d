import type { Overrides } from './overrides.ts';

/**
 * Names of the city and the country that the dictionary reads wrongly, since Simplified has merged characters that such names
 * keep apart: the family name Phạm is 范 and no 範, Champa is 占婆 and no 佔婆, the sisters Trưng are 徵, a week is 週. The
 * registry of names stands above this list.
 */
export const cityNames: Overrides = [
  { simplified: '范五老', traditional: '范五老' },
  { simplified: '范世显', traditional: '范世顯' },
  { simplified: '范廷虎', traditional: '范廷虎' },
  { simplified: '范文二', traditional: '范文二' },
  { simplified: '范文章', traditional: '范文章' },
  { simplified: '范玉石', traditional: '范玉石' },
  { simplified: '范雄', traditional: '范雄' },
  { simplified: '二征夫人', traditional: '二徵夫人' },
  { simplified: '二征王', traditional: '二徵王' },
  { simplified: '咸子', traditional: '咸子' },
  { simplified: '咸进', traditional: '咸進' },
  { simplified: '占婆', traditional: '占婆' },
  { simplified: '占族', traditional: '占族' },
  { simplified: '奥黛周', traditional: '奧黛週' },
  { simplified: '干阑', traditional: '干闌' },
];
