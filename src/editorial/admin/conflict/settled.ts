/** Milliseconds after the last stroke in which a form of Payload's may still be gathering what was typed; it waits 250. */
const gathering = 350;

/** Milliseconds after which a save goes out although the network has not answered: what is typed then stays in the form. */
const patience = 8000;

let lastStroke = 0;
let underWay = 0;

/** Whether a request is a call of a server function, by which the form of a block asks what it may put into the text. */
const isServerFunction = (init: RequestInit | undefined): boolean => new Headers(init?.headers).has('next-action');

const listen = (): void => {
  for (const kind of ['input', 'change', 'keydown', 'paste', 'drop']) {
    window.addEventListener(kind, () => (lastStroke = performance.now()), { capture: true, passive: true });
  }
  const ask = window.fetch.bind(window);
  window.fetch = async (...question) => {
    if (!isServerFunction(question[1])) return ask(...question);
    underWay += 1;
    try {
      return await ask(...question);
    } finally {
      underWay -= 1;
    }
  };
};

if (typeof window !== 'undefined') listen();

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Resolves when everything typed has reached the form. What stands in a block of the text (a caption, a fact box) gets
 * there only after a pause and a question to the server; a save in between would leave it out without a word.
 */
export const settled = async (): Promise<void> => {
  const start = performance.now();
  const isBusy = () => underWay > 0 || performance.now() - lastStroke < gathering;
  while (isBusy() && performance.now() - start < patience) await sleep(40);
  // Payload hands the answer on in a later turn
  await sleep(40);
};
