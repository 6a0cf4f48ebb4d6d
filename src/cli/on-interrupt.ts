/** Aborts on Ctrl-C and on being told to end; a second Ctrl-C ends the process at once. */
export function onInterrupt(): { readonly signal: AbortSignal } & Disposable {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, abort);
  return {
    signal: stop.signal,
    [Symbol.dispose]: () => {
      for (const signal of signals) process.off(signal, abort);
    },
  };
}
