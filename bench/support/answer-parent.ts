/** Tells the bench where this process serves, answers it how much memory is resident, and ends with it. */
export const answerParent = (url: string): void => {
  process.on('message', () => process.send?.(process.memoryUsage.rss()));
  process.once('disconnect', () => process.exit());
  process.send?.({ url });
};
