import { useCallback, useEffect, useState } from 'react';

/** How a screen's state is read from the query of an address, and written to it. */
export interface InAddress<State> {
  read(query: URLSearchParams): State;
  /** With a question mark; empty where nothing is said. */
  write(state: State): string;
}

/**
 * What a screen shows, kept in the address: it can be sent, and the browser's way back leads through what was asked before.
 * @param inAddress the same object at every call
 * @returns the state, and how to change it; `quietly` puts the new address in the place of the last one, as while typing
 */
export const useAddressState = <State>(
  inAddress: InAddress<State>,
): [State, (next: State, quietly?: boolean) => void] => {
  const [state, setState] = useState<State>(() => inAddress.read(new URLSearchParams()));
  useEffect(() => {
    const back = (): void => setState(inAddress.read(new URLSearchParams(window.location.search)));
    back();
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [inAddress]);
  const change = useCallback(
    (next: State, quietly = false) => {
      const address = `${window.location.pathname}${inAddress.write(next)}`;
      if (quietly) window.history.replaceState(window.history.state, '', address);
      else window.history.pushState(window.history.state, '', address);
      setState(next);
    },
    [inAddress],
  );
  return [state, change];
};
