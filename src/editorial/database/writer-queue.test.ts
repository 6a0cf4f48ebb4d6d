import { expect, it } from 'vitest';
import { openWriterQueue } from './writer-queue.ts';

it('lets one in at a time, in the order of asking', async () => {
  const queue = openWriterQueue();
  const seen: string[] = [];
  const work = (name: string) =>
    queue.run(async () => {
      seen.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(`${name} out`);
    });
  await Promise.all(['a', 'b', 'c'].map(work));
  expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
});

it('goes on after a failure, and takes the right back only once', async () => {
  const queue = openWriterQueue();
  await expect(queue.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
  const release = await queue.take();
  release();
  release();
  expect(await queue.run(async () => 'next')).toBe('next');
});

it('refuses whoever waits for themselves, and serves the others', async () => {
  const queue = openWriterQueue(20);
  const release = await queue.take();
  await expect(queue.take()).rejects.toThrow('No turn');
  release();
  expect(await queue.run(async () => 'next')).toBe('next');
});

it('lets the process see to others between two writers that never wait for anything', async () => {
  const queue = openWriterQueue();
  const seen: string[] = [];
  setImmediate(() => seen.push('others'));
  await Promise.all(['a', 'b', 'c'].map((name) => queue.run(async () => seen.push(name))));
  expect(seen.slice(0, -1)).toContain('others');
});
