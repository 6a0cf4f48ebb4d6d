import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from './journal.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'journal-')), 'demo.jsonl');

test('a step runs once, and its result is remembered by the next seeding', async () => {
  const file = newFile();
  const first = await openJournal(file);
  expect(first.resumed).toBe(false);
  expect(await first.step('article metro', async () => 'id-1')).toBe('id-1');
  expect(await first.step('article metro', async () => 'id-2')).toBe('id-1');
  const second = await openJournal(file);
  expect(second.resumed).toBe(true);
  expect(await second.step('article metro', async () => 'id-3')).toBe('id-1');
});

test('a step that fails is not remembered', async () => {
  const journal = await openJournal(newFile());
  await expect(journal.step('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(journal.has('a')).toBe(false);
});

test('a line that was cut off counts as not written and harms none after it', async () => {
  const file = newFile();
  await (await openJournal(file)).step('a', async () => '1');
  appendFileSync(file, '["b","2');
  const after = await openJournal(file);
  expect(after.has('b')).toBe(false);
  await after.step('c', async () => '3');
  const last = await openJournal(file);
  expect([last.has('a'), last.has('b'), last.has('c')]).toEqual([true, false, true]);
});
