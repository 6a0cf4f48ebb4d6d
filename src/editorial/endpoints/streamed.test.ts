import type { Payload } from 'payload';
import { expect, it, vi } from 'vitest';
import { streamed } from './streamed.ts';

const payload = { logger: { error: vi.fn() } } as unknown as Payload;

/** Pieces without an end, and what becomes of whoever makes them. */
const endless = () => {
  const seen = { made: 0, hasEnded: false };
  async function* pieces() {
    try {
      for (;;) {
        seen.made += 1;
        yield 'x'.repeat(64 * 1024);
      }
    } finally {
      seen.hasEnded = true;
    }
  }
  return { seen, pieces: pieces() };
};

it('nothing is made any more for whoever has left, and it is known that it is over', async () => {
  const { seen, pieces } = endless();
  const left = new AbortController();
  const over = Promise.withResolvers<void>();
  const body = streamed({ payload, signal: left.signal }, pieces, 'a test', over.resolve);
  await body.getReader().read();
  left.abort();
  await over.promise;
  const { made } = seen;
  expect(seen.hasEnded).toBe(true);
  await new Promise(setImmediate);
  expect(seen.made).toBe(made);
  expect(payload.logger.error).not.toHaveBeenCalled();
});

it('the same where nothing of it was read, and where a reader wants no more', async () => {
  const left = new AbortController();
  const unread = Promise.withResolvers<void>();
  streamed({ payload, signal: left.signal }, endless().pieces, 'a test', unread.resolve);
  left.abort();
  await unread.promise;
  const [cancelled, { seen, pieces }] = [Promise.withResolvers<void>(), endless()];
  const reader = streamed({ payload }, pieces, 'a test', cancelled.resolve).getReader();
  await reader.read();
  await reader.cancel();
  await cancelled.promise;
  expect(seen.hasEnded).toBe(true);
});

it('and where whoever asked had left before it began', async () => {
  const over = Promise.withResolvers<void>();
  const { seen, pieces } = endless();
  streamed({ payload, signal: AbortSignal.abort() }, pieces, 'a test', over.resolve);
  await over.promise;
  expect(seen.made).toBe(0);
});
