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

/** How many questions about forms wait for their answer, those to be asked again among them. */
export const questionsUnderWay = (): number => underWay;

const isAnswered = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'state' in answer && Boolean(answer.state);

const untilAnswered: Wrap = (ask) => async (question) => {
  if (question.name !== 'form-state') return ask(question);
  underWay += 1;
  try {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await Promise.resolve(ask(question)).catch(() => null);
      if (isAnswered(answer)) return answer;
      await pause(attempt);
    }
  } finally {
    underWay -= 1;
  }
};

/**
 * Asks about a form until there is an answer, however long the line or the log-in is gone. Without one Payload takes the
 * editor of a fact box off the page, and the words in it with it. What is typed meanwhile is in the text in any case.
 */
export const AskAgain = ({ children }: { children: ReactNode }) => {
  const { serverFunction } = useServerFunctions();
  const ask = useMemo(() => untilAnswered(serverFunction), [serverFunction]);
  return <ServerFunctionsProvider serverFunction={ask}>{children}</ServerFunctionsProvider>;
};
