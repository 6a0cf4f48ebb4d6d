// Preloaded into a program of ours: when it is told, an error with these words is thrown in it where nobody catches it, as a driver of
// a database does that repeats what it was asked.
process.on('message', (order: { fault?: string; kind?: 'thrown' | 'rejected' | 'said' }) => {
  const { fault, kind } = order;
  if (fault === undefined) return;
  const error = Object.assign(new Error(`Failed query: update articles set title = ${fault}`), {
    ...{ params: [fault], query: fault, cause: new TypeError(fault) },
  });
  if (kind === 'said') console.error('⨯', error);
  else if (kind === 'rejected') void Promise.reject(error);
  else
    setImmediate(() => {
      throw error;
    });
});
// Listening must not keep a process alive that has nothing else to do.
process.channel?.unref();
