import { setOtherwise } from './set-otherwise.ts';

/** Marks of half width, short dashes and three points beside Chinese. */
export const chinesePunctuation = setOtherwise('chinese-punctuation', 'zh', ['full-width', 'ellipsis', 'dash']);
