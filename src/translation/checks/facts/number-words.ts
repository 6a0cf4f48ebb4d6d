import { factCheck } from './fact-check.ts';

/** Numbers that one side at least says in words: mười lăm is 15, quinze and 十五. */
export const numberWords = factCheck('number-words');
