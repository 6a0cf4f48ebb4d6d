'use client';
import { ServerFunctionsProvider, useServerFunctions } from '@payloadcms/ui';
import type { ServerFunctionClient } from 'payload';
import { type ReactNode, useMemo } from 'react';

/** Milliseconds between a question that was not answered and the same once more; each pause is longer than the one before. */
const pauses = [500, 1000, 2000, 5000, 10_000, 30_000];

const pause = (attempt: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, pauses[Math.min(attempt, pauses.length - 1)]));

type Wrap = (ask: ServerFunctionClient) => ServerFunctionClient;

let underWay = 0;

/** How many questions about boxes of a text wait for their answer, those to be asked again among them. */
export const questionsUnderWay = (): number => underWay;

const isAboutBox: (question: Parameters<ServerFunctionClient>[0]) => boolean = ({ name, args }) =>
  name === 'form-state' && String(args.schemaPath).includes('.lexical_blocks.');

const isAnswered = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'state' in answer && Boolean(answer.state);

const broken = Symbol('the line is broken');

/** The answer, or null where the server was reached and refused it each time: whoever may not ask is not to ask for ever. */
const answerTo = async (ask: () => Promise<unknown>): Promise<unknown> => {
  for (let [attempt, refused] = [0, 0]; refused < pauses.length; attempt += 1) {
    const answer = await ask().catch(() => broken);
    if (isAnswered(answer)) return answer;
    if (answer !== broken) refused += 1;
    await pause(attempt);
  }
  return null;
};

const untilAnswered: Wrap = (ask) => async (question) => {
  if (!isAboutBox(question)) return ask(question);
  underWay += 1;
  const answer = await answerTo(async () => ask(question));
  underWay -= 1;
  // Silence keeps the box on the page as it is
  return answer ?? new Promise(() => undefined);
};

/**
 * Asks about a box of a text again when the line is broken, until there is an answer, and some times when it is refused (the
 * log-in may have run out). An answer without a state makes Payload take the editor of a fact box off the page, and the
 * words in it with it. What is typed meanwhile is in the text in any case.
 */
export const AskAgain = ({ children }: { children: ReactNode }) => {
  const { serverFunction } = useServerFunctions();
  const ask = useMemo(() => untilAnswered(serverFunction), [serverFunction]);
  return <ServerFunctionsProvider serverFunction={ask}>{children}</ServerFunctionsProvider>;
};
