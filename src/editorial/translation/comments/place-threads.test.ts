import { describe, expect, it } from 'vitest';
import type { Content } from '#translation/content.ts';
import type { Segment } from '#translation/segments/segment.ts';
import type { Unit } from '../ledger/unit.ts';
import { pairUp } from '../lines/pair-up.ts';
import type { Anchor } from './comment.ts';
import { placeThreads } from './place-threads.ts';

const says = (text: string): Content => [{ text }];
const segment = (text: string, place: number): Segment => ({
  ...{ path: `body/${place}`, field: 'body', role: 'paragraph', content: says(text) },
});
const segments = (...texts: string[]) => texts.map(segment);
const lines = (source: string[], target: string[] = [], units: Unit[] = []) =>
  pairUp(segments(...source), segments(...target), units);

const texts = ['Chợ mở lúc 18 giờ mỗi ngày.', 'Có 50 gian hàng bán đồ ăn.', 'Vào cửa tự do.'];
/** The anchor of a conversation about a line as it stands. */
const anchorOn = (all: ReturnType<typeof lines>, at: number): Anchor => {
  const line = all[at];
  const on = line?.source ?? line?.target;
  if (!line || !on) throw new Error(`no line ${at}`);
  const { field, role, content } = on;
  return {
    unit: line.unit?.id ?? null,
    alias: line.alias,
    side: line.source ? 'source' : 'target',
    field,
    role,
    content,
  };
};
const placeOf = (all: ReturnType<typeof lines>, anchor: Anchor): number => {
  const key = placeThreads(all, [{ id: 'x', anchor }]).get('x');
  return all.findIndex((line) => line.key === key);
};
const unit = (id: string, source: string, before: string[] = []): Unit => ({
  ...{ id, field: 'body', role: 'paragraph', source: says(source), seen: null, accepted: null, target: null },
  ...{ origin: 'human', review: null, apart: null, fine: [] },
  acts: before.map((words) => ({
    ...{ act: 'translated', by: 'a', at: '', sourceRevision: 1, target: 'x', fingerprint: printOf(words) },
  })),
});
const printOf = (words: string): string => lines([words])[0]?.alias.split('.')[1] ?? '';

describe('where a conversation stands', () => {
  const anchor = anchorOn(lines(texts), 1);

  it('is its passage, wherever that is moved to', () => {
    expect(placeOf(lines([texts[1] ?? '', texts[0] ?? '', 'Mới.']), anchor)).toBe(0);
  });

  it('is what its passage became', () => {
    expect(placeOf(lines([texts[0] ?? '', 'Có 70 gian hàng bán đồ ăn.', texts[2] ?? '']), anchor)).toBe(1);
  });

  it('is its unit, though no word of it is left', () => {
    const before = lines(texts, [], [unit('u', texts[1] ?? '')]);
    const held = anchorOn(before, 1);
    expect(held.unit).toBe('u');
    const after = lines(['Hoàn toàn khác.', texts[2] ?? ''], [], [unit('u', 'Hoàn toàn khác.')]);
    expect(placeOf(after, held)).toBe(0);
  });

  it('is the unit that was worked on with those words, where there was none yet', () => {
    const after = lines(['Hoàn toàn khác.'], [], [unit('u', 'Hoàn toàn khác.', [texts[1] ?? ''])]);
    expect(placeOf(after, anchor)).toBe(0);
  });

  it('is nowhere when the passage is gone', () => {
    expect(placeThreads(lines([texts[0] ?? '', texts[2] ?? '']), [{ id: 'x', anchor }]).get('x')).toBeNull();
  });

  it('is the same for two about the same passage', () => {
    const now = lines([texts[0] ?? '', 'Có 70 gian hàng bán đồ ăn.']);
    const placed = placeThreads(
      now,
      ['a', 'b'].map((id) => ({ id, anchor })),
    );
    expect([placed.get('a'), placed.get('b')]).toEqual([now[1]?.key, now[1]?.key]);
  });

  it('is a text that stands against nothing', () => {
    const alone = lines(['Một.'], ['Un.', 'Seulement ici, en français.'], []);
    const at = alone.findIndex(({ source }) => source === null);
    const held = anchorOn(alone, at);
    expect(held.side).toBe('target');
    expect(placeOf(alone, held)).toBe(at);
  });
});
