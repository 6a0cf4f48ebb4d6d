import { describe, expect, it } from 'vitest';
import { plainText } from '#translation/content.ts';
import type { Segment } from '#translation/segments/segment.ts';
import { accept, fillByMachine, setApart, setReviewed } from '../ledger/acts.ts';
import type { Unit } from '../ledger/unit.ts';
import { saidPairs } from '../ledger/vouched-of.ts';
import { findLine, type Line } from './line.ts';
import { pairUp } from './pair-up.ts';
import { stateOf } from './state-of.ts';

const body = (...texts: string[]): Segment[] =>
  texts.map((text, index) => ({ path: `body/${index}`, field: 'body', role: 'paragraph', content: [{ text }] }));
const actor = { by: 'lan', at: '2026-11-27T00:00:00.000Z', revision: 3 };
const vi = ['Chợ mở lúc 18 giờ mỗi ngày.', 'Có 50 gian hàng đủ loại.', 'Vào cửa tự do cho mọi người.'];
const fr = ['Le marché ouvre à 18 heures.', 'Il y a 50 stands de toutes sortes.', 'L’entrée est libre pour tous.'];

const texts = (line: Line): [string | null, string | null] => [
  line.source && plainText(line.source.content),
  line.target && plainText(line.target.content),
];

/** Everything accepted as it stands. */
const acceptAll = (source: Segment[], target: Segment[]): Unit[] =>
  pairUp(source, target, []).flatMap((line) =>
    line.source && line.target
      ? [
          accept(
            line,
            'translated',
            { source: line.source.content, target: line.target.content, origin: 'human' },
            actor,
          ),
        ]
      : [],
  );

const states = (lines: readonly Line[], units: readonly Unit[]) =>
  lines.map((line) => stateOf(line, { said: saidPairs(units), isLate: false }));

describe('source, text and memory', () => {
  it('are paired by their order where nothing is remembered', () => {
    expect(pairUp(body(...vi), body(...fr), []).map(texts)).toEqual(vi.map((text, index) => [text, fr[index]]));
  });

  it('are paired around a paragraph that is missing in the middle', () => {
    const units = acceptAll(body(vi[0] ?? '', vi[2] ?? ''), body(fr[0] ?? '', fr[2] ?? ''));
    const lines = pairUp(body(...vi), body(fr[0] ?? '', fr[2] ?? ''), units);
    expect(lines.map(texts)).toEqual([
      [vi[0], fr[0]],
      [vi[1], null],
      [vi[2], fr[2]],
    ]);
    expect(states(lines, units)).toEqual(['translated', 'missing', 'translated']);
  });

  it('keep a unit when its paragraph moves', () => {
    const units = acceptAll(body(...vi), body(...fr));
    const lines = pairUp(body(...vi.toReversed()), body(...fr), units);
    expect(lines.map(texts)).toEqual(vi.toReversed().map((text, index) => [text, fr.toReversed()[index]]));
    expect(new Set(lines.map(({ key }) => key))).toEqual(new Set(units.map(({ id }) => id)));
    expect(states(lines, units)).toEqual(['translated', 'translated', 'translated']);
  });

  it('keep a unit when its words change, and say that the text is outdated', () => {
    const units = acceptAll(body(...vi), body(...fr));
    const lines = pairUp(body(vi[0] ?? '', 'Có 80 gian hàng đủ loại.', vi[2] ?? ''), body(...fr), units);
    expect(lines.map(({ key }) => key)).toEqual(units.map(({ id }) => id));
    expect(states(lines, units)).toEqual(['translated', 'outdated', 'translated']);
  });

  it('keep a unit when its paragraph is split and joined again', () => {
    const whole = `${vi[0]} ${vi[1]}`;
    const units = acceptAll(body(whole, vi[2] ?? ''), body(`${fr[0]} ${fr[1]}`, fr[2] ?? ''));
    const split = pairUp(body(...vi), body(`${fr[0]} ${fr[1]}`, fr[2] ?? ''), units);
    expect(split.map(({ unit }) => unit?.id ?? null).filter(Boolean)).toHaveLength(2);
    expect(split).toHaveLength(3);
    const joined = pairUp(body(whole, vi[2] ?? ''), body(`${fr[0]} ${fr[1]}`, fr[2] ?? ''), units);
    expect(joined.map(({ key }) => key)).toEqual(units.map(({ id }) => id));
    expect(states(joined, units)).toEqual(['translated', 'translated']);
  });

  it('keep what is only in one language behind what it stands behind', () => {
    const units = acceptAll(body(...vi), body(...fr));
    const lines = pairUp(
      body(...vi),
      body(fr[0] ?? '', 'Le guide parle aussi français.', fr[1] ?? '', fr[2] ?? ''),
      units,
    );
    expect(lines.map(texts)[1]).toEqual([null, 'Le guide parle aussi français.']);
    expect(states(lines, units)).toEqual(['translated', 'only-here', 'translated', 'translated']);
  });

  it('say of a text whose source is gone that it is outdated', () => {
    const units = acceptAll(body(...vi), body(...fr));
    const lines = pairUp(body(vi[0] ?? '', vi[2] ?? ''), body(...fr), units);
    expect(lines.map(texts)).toEqual([
      [vi[0], fr[0]],
      [null, fr[1]],
      [vi[2], fr[2]],
    ]);
    expect(states(lines, units)).toEqual(['translated', 'outdated', 'translated']);
  });

  it('find a line by what it was called before anybody remembered it', () => {
    const [before] = pairUp(body(...vi), [], []);
    const units = acceptAll(body(...vi), body(...fr));
    expect(findLine(pairUp(body(...vi), body(...fr), units), before?.key ?? '')?.key).toBe(units[0]?.id);
  });

  it('tell two paragraphs of the same words apart', () => {
    const lines = pairUp(body('Như trên.', 'Như trên.'), [], []);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
  });

  it('tell the machine’s words from a person’s, and those that were looked over', () => {
    const [line] = pairUp(body(vi[0] ?? ''), body(fr[0] ?? ''), []) as [Line];
    const machine = fillByMachine(line, [{ text: vi[0] ?? '' }], [{ text: fr[0] ?? '' }], actor);
    const [again] = pairUp(body(vi[0] ?? ''), body(fr[0] ?? ''), [machine]) as [Line];
    expect(states([again], [machine])).toEqual(['machine']);
    const reviewed = setReviewed(again, { ...actor, by: 'mai' });
    const lines = pairUp(body(vi[0] ?? ''), body(fr[0] ?? ''), [reviewed]);
    expect(states(lines, [reviewed])).toEqual(['reviewed']);
    expect(states(pairUp(body(vi[0] ?? ''), body('Le marché ouvre vers 18 heures.'), [reviewed]), [reviewed])).toEqual([
      'translated',
    ]);
  });

  it('leave a paragraph out as long as somebody says so', () => {
    const [line] = pairUp(body(vi[0] ?? ''), [], []) as [Line];
    const apart = setApart(line, 'left-out', 'known to every reader', actor);
    expect(states(pairUp(body(vi[0] ?? ''), [], [apart]), [apart])).toEqual(['left-out']);
  });
});
