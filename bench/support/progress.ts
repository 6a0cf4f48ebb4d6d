/** Milliseconds between two tellings: on a terminal in one line that changes, elsewhere line by line. */
const pause = process.stderr.isTTY ? 200 : 10_000;

/** Says on stderr what is being done now. */
export const say = (words: string): void => void process.stderr.write(`${words}\n`);

/** Tells on stderr how far something is, now and then, and when it is done. */
export const progressOf = (what: string): ((done: number, total: number) => void) => {
  let told = Number.NEGATIVE_INFINITY;
  let isDone = false;
  return (done, total) => {
    const now = performance.now();
    if (isDone || (done < total && now - told < pause)) return;
    told = now;
    isDone = done >= total;
    const line = `${what} ${Math.min(done, total)} of ${total}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}${isDone ? '\n' : ''}`);
    else say(line);
  };
};
