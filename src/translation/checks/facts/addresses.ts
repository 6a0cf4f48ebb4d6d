import { factCheck } from './fact-check.ts';

/** Addresses of web and mail. */
export const addresses = factCheck('addresses');
