import { factCheck } from './fact-check.ts';

/** Percentages, by sign or in words: 16 %, 16 phần trăm, 百分之十六. */
export const percentages = factCheck('percentages');
