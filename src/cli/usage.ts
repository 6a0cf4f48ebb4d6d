import { Failure } from '#errors/failure.ts';

/** Wrong use: the word that is wrong or missing, and the command whose help tells more. */
export const usage = (problem: string, command: string, cause?: unknown) =>
  new Failure('usage', { problem, command: command === '' ? 'npx benthanh' : `npx benthanh ${command}` }, { cause });
