'use client';
import { createPortal } from 'react-dom';
import { useWords } from '../words/use-words.ts';

/** While it is on a page, the browser prints these words in place of the page. */
export const NotPrinted = () => {
  const { say } = useWords();
  return createPortal(<p className="bt-not-printed">{say('copies.notPrinted')}</p>, document.body);
};
