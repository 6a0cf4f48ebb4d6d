export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs pieces of work one after another in the order of arrival; a failed one does not stop those behind it. */
export const serialQueue = (): Queue => {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result;
  };
};
