import { factCheck } from './fact-check.ts';

/** Telephone numbers; +84 28 … and (028) … are the same. */
export const telephoneNumbers = factCheck('telephone-numbers');
