import { factCheck } from './fact-check.ts';

/** Dates, months, years, decades and days of the week. */
export const dates = factCheck('dates');
