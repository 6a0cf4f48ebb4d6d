import { factCheck } from './fact-check.ts';

/** Numbers in digits that stand for themselves: 25,000 people, item 7. */
export const numbers = factCheck('numbers');
