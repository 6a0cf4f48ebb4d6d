import { factCheck } from './fact-check.ts';

/** Numbers of official documents, such as 1369/QĐ-UBND. */
export const documentNumbers = factCheck('document-numbers');
