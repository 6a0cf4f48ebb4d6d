import { factCheck } from './fact-check.ts';

/** Amounts of money: the number and the currency. */
export const amounts = factCheck('amounts');
