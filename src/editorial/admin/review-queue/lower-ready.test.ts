import { describe, expect, it } from 'vitest';
import type { QueuePicture } from './answers.ts';
import { lowerReady } from './lower-ready.ts';

const picture = (marking: string): QueuePicture => ({
  ...{ id: `of-${marking}`, marking, title: '', filename: '', thumbhash: '', hints: [], request: null },
});
const pictures = ['a', 'b'].map(picture);
const opening = { documents: [], names: {}, fingerprint: 'f' };
const both = { a: opening, b: opening };
const read = () => 'read' as const;

describe('marking many pictures lower', () => {
  it('waits until each of them was told of, seen to its end, and its file looked into', () => {
    const ready = { openings: both, whole: true, refusal: null, seen: new Set(['a', 'b']), fileOf: read };
    expect(lowerReady(pictures, ready)).toEqual({ acting: pictures, isReady: true });
    expect(lowerReady(pictures, { ...ready, whole: false }).isReady).toBe(false);
    expect(lowerReady(pictures, { ...ready, seen: new Set(['a']) }).isReady).toBe(false);
    expect(lowerReady(pictures, { ...ready, fileOf: () => 'waiting' }).isReady).toBe(false);
  });

  it('goes on without those that have left the queue meanwhile', () => {
    const left = { openings: { b: opening }, whole: true, refusal: null, seen: new Set(['b']), fileOf: read };
    expect(lowerReady(pictures, left)).toEqual({ acting: [pictures[1]], isReady: true });
    expect(lowerReady(pictures, { ...left, openings: {} })).toEqual({ acting: [], isReady: false });
  });
});
