import { describe, expect, it } from 'vitest';
import { type Confirming, dueAfter, obstacleTo } from './obstacles.ts';

const due = new Date('2126-01-31T08:00:00.000Z');
const clear: Confirming = {
  ...{ by: 'second', askedBy: 'first', now: due, dueAt: due },
  ...{ isHeld: false, isMerged: false, isShown: false },
};

describe('confirming a deletion', () => {
  it('is possible for a second person from the very moment when the term ends', () => {
    expect(obstacleTo(clear)).toBeNull();
    expect(obstacleTo({ ...clear, now: new Date(due.getTime() - 1) })).toBe('deletion-too-early');
  });

  it('is refused to whoever asked, before anything else is said', () => {
    expect(obstacleTo({ ...clear, by: 'first', isHeld: true, isMerged: true })).toBe('deletion-own-request');
  });

  it('is stopped by a hold, whatever the clock says', () => {
    expect(obstacleTo({ ...clear, isHeld: true })).toBe('deletion-held');
    expect(obstacleTo({ ...clear, isHeld: true, now: new Date(0) })).toBe('deletion-held');
  });

  it('waits for mergers to be undone and for published texts to do without the picture', () => {
    expect(obstacleTo({ ...clear, isMerged: true, isShown: true })).toBe('deletion-merged');
    expect(obstacleTo({ ...clear, isShown: true })).toBe('deletion-in-use');
  });

  it('falls due as many days of 24 hours after the question as the installation says', () => {
    expect(dueAfter(new Date('2126-01-01T08:00:00.000Z'), 30)).toEqual(due);
  });
});
