'use client';
import { type ReactNode, useEffect } from 'react';
import { whenPageGrows } from './when-page-grows.ts';

const letPass = (): void => {
  for (const stop of document.querySelectorAll('.payload-toast-item, .payload-toast-close-button')) {
    if (stop.getAttribute('tabindex') !== '-1') stop.setAttribute('tabindex', '-1');
  }
};

/**
 * Lets the Tab key pass messages that come and go. They are read aloud as they come; a stop of the key at one would be a
 * trap, since on leaving it the focus is handed back to where it came from.
 */
export const PassMessages = ({ children }: { children: ReactNode }) => {
  useEffect(() => whenPageGrows(letPass), []);
  return children;
};
