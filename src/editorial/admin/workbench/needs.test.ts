import { expect, it } from 'vitest';
import type { Line } from './answers.ts';
import { needsMe, nextThatNeeds, passes } from './needs.ts';

const line = (segment: string, more: Partial<Line> = {}): Line => ({
  ...{ segment, role: 'paragraph', state: 'translated', limit: null },
  ...{ source: { content: [{ text: 'a' }] }, target: { content: [{ text: 'b' }] }, base: { source: '', target: '' } },
  ...{ drift: null, apart: null, findings: [], accepted: null, review: null, isOwn: false },
  ...more,
});
const finding: Line['findings'][number] = {
  ...{ key: 'k', check: 'numbers', says: 'fact-lost', severity: 'warns', side: 'target', start: 0, end: 1 },
  ...{ values: {}, fine: null },
};
const translator = { translate: true, review: false };
const reviewer = { translate: false, review: true };

it('waits for a translator while it is missing, outdated, a machine’s, or warned of', () => {
  for (const state of ['missing', 'outdated', 'machine'] as const)
    expect(needsMe(line('1', { state }), translator)).toBe(true);
  expect(needsMe(line('1', { findings: [finding] }), translator)).toBe(true);
  expect(needsMe(line('1', { findings: [{ ...finding, fine: { reason: 'a pun' } }] }), translator)).toBe(false);
  for (const state of ['translated', 'reviewed', 'left-out', 'only-here'] as const)
    expect(needsMe(line('1', { state }), translator)).toBe(false);
});

it('waits for a reviewer while nobody else has looked at it, but not for whoever wrote it', () => {
  expect(needsMe(line('1'), reviewer)).toBe(true);
  expect(needsMe(line('1', { isOwn: true }), reviewer)).toBe(false);
  expect(needsMe(line('1', { state: 'reviewed' }), reviewer)).toBe(false);
});

it('goes on to the next one that waits, and round', () => {
  const lines = [line('1', { state: 'missing' }), line('2'), line('3', { state: 'outdated' })];
  expect(nextThatNeeds(lines, null, translator)).toBe('1');
  expect(nextThatNeeds(lines, '1', translator)).toBe('3');
  expect(nextThatNeeds(lines, '3', translator)).toBe('1');
  expect(nextThatNeeds(lines.slice(1, 2), '2', translator)).toBeNull();
  expect(nextThatNeeds(lines.slice(2), '3', translator)).toBeNull();
});

it('is shown by what is asked for', () => {
  expect(passes(line('1'), 'unreviewed', reviewer)).toBe(true);
  expect(passes(line('1', { state: 'missing' }), 'missing', translator)).toBe(true);
  expect(passes(line('1'), 'missing', translator)).toBe(false);
});
