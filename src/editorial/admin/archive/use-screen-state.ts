'use client';
import { useCallback, useEffect, useState } from 'react';
import { addressOf, readState, type ScreenState } from './screen-state.ts';

const readAddress = (): ScreenState => readState(new URLSearchParams(globalThis.location?.search ?? ''));

/**
 * What the screen shows, kept in the address: it can be sent, and the browser's way back leads through what was asked before.
 * @returns the state, and how to change it; `quietly` puts the new address in the place of the last one, as while typing
 */
export const useScreenState = (): [ScreenState, (next: ScreenState, quietly?: boolean) => void] => {
  const [state, setState] = useState<ScreenState>(() => readState(new URLSearchParams()));
  useEffect(() => {
    const back = (): void => setState(readAddress());
    back();
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const change = useCallback((next: ScreenState, quietly = false) => {
    const address = `${window.location.pathname}${addressOf(next)}`;
    if (quietly) window.history.replaceState(window.history.state, '', address);
    else window.history.pushState(window.history.state, '', address);
    setState(next);
  }, []);
  return [state, change];
};
