import { setOtherwise } from './set-otherwise.ts';

/** Spaces between Chinese characters, or beside a mark of full width. */
export const chineseSpaces = setOtherwise('chinese-spaces', 'zh', ['no-space']);
