/**
 * Does something with the page now and whenever it has grown, at most once in a frame.
 * @returns what ends it
 */
export const whenPageGrows = (act: () => void): (() => void) => {
  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      act();
    });
  };
  const grown = new MutationObserver(soon);
  grown.observe(document.body, { childList: true, subtree: true });
  soon();
  return () => {
    grown.disconnect();
    cancelAnimationFrame(asked);
  };
};
