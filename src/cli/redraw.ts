const everyMs = 200;

/** Shows a line that changes in its place, no more often than an eye can follow; an empty one clears it at once. */
export function openRedraw({ stderr }: Pick<NodeJS.Process, 'stderr'>, now = () => performance.now()) {
  let shown = Number.NEGATIVE_INFINITY;
  return (line: () => string): void => {
    if (!stderr.isTTY) return;
    const text = line();
    if (text !== '' && now() - shown < everyMs) return;
    shown = now();
    stderr.write(`\r\u001b[K${[...text].slice(0, stderr.columns - 1).join('')}`);
  };
}
