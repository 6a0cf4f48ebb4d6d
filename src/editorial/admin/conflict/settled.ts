import { questionsUnderWay } from '../text/ask-again.tsx';

/** Milliseconds after which a moment counts as idle although the browser was not; Payload's editor waits 500. */
const longestIdle = 1000;

/** Milliseconds after the last stroke in which a form of Payload's may still be about to ask the server; it waits 250. */
const gathering = 350;

/** Milliseconds for which a save waits for the server's answers about forms. */
const patience = 3000;

let lastStroke = Number.NEGATIVE_INFINITY;

if (typeof window !== 'undefined') {
  for (const kind of ['input', 'change', 'keydown', 'paste', 'drop']) {
    window.addEventListener(kind, () => (lastStroke = performance.now()), { capture: true, passive: true });
  }
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves when the browser has nothing else to do: after everything that asked for such a moment before. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(resolve, { timeout: longestIdle });
    // Safari; Payload's editor waits one frame there, or 100 ms
    else setTimeout(resolve, 150);
  });

/** Words go from the editor of a box to the text, from the text to the form, and the form draws itself. */
const handOn = async (): Promise<void> => {
  for (const _ of ['box', 'text', 'form']) await idle();
};

/** An answer that came after the save would touch the form, which would seem to hold something new. */
const answersAreIn = async (): Promise<void> => {
  const start = performance.now();
  const isBusy = () => questionsUnderWay() > 0 || performance.now() - lastStroke < gathering;
  while (isBusy() && performance.now() - start < patience) await sleep(40);
};

/**
 * Resolves when everything typed has reached the form. An editor of text hands on what was typed in an idle moment, not at
 * the stroke; one that stands in a box of the text hands it to the editor around it, which waits for an idle moment of its
 * own. A save before that would leave the last words out.
 */
export const settled = async (): Promise<void> => {
  await answersAreIn();
  await handOn();
};
