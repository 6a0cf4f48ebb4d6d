import { expect } from 'vitest';
import type { House } from './house.ts';

/** What delivery answers at an address below `/v1/`. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, judged by the tests that read them
  readonly body: any;
}

/** Asks delivery as an agency's site does, in one language and no other. */
export const ask = async ({ delivery }: House, path: string): Promise<Answer> => {
  const answer = await fetch(`${delivery}/v1/${path}${path.includes('?') ? '&' : '?'}fallback=none`);
  return { status: answer.status, body: await answer.json() };
};

/** Waits until delivery answers so. */
export const untilStatus = async (house: House, path: string, status: number): Promise<Answer> => {
  let last: Answer = { status: 0, body: null };
  await expect
    .poll(
      async () => {
        last = await ask(house, path);
        return last.status;
      },
      { timeout: 20_000, interval: 100, message: path },
    )
    .toBe(status);
  return last;
};
