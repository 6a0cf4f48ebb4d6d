import { factCheck } from './fact-check.ts';

/** Times of day: 7.30 pm is 19 h 30. */
export const times = factCheck('times');
