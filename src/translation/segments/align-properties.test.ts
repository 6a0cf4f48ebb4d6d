import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EditKind, edited, edits, seeded } from '../../../test/support/random-edits.ts';
import { alignSegments } from './align.ts';
import { alignLanguages } from './align-languages.ts';
import { type Alignable, segmentRoles } from './segment.ts';

const segment = fc.record<Alignable>({
  field: fc.constantFrom('body', 'title', 'rows.label'),
  role: fc.constantFrom(...segmentRoles),
  content: fc
    .array(fc.constantFrom('a', 'b', 'c', '12', 'Bến Thành', '胡志明市', ''), { maxLength: 6 })
    .map((words) => [{ text: words.join(' ') }]),
});
const segments = fc.array(segment, { maxLength: 25 });
const range = (length: number) => Array.from({ length }, (_, index) => index);
const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

const paragraph = (text: string): Alignable => ({ field: 'body', role: 'paragraph', content: [{ text }] });
const kinds = Object.keys(edits) as EditKind[];
/** Paragraphs that have nothing in common but little words. */
const texts = range(20).map((n) =>
  range(14)
    .map((m) => (m % 5 === 0 ? 'the' : `w${n}x${m}`))
    .join(' '),
);
const foreign = range(9).map((n) =>
  range(14)
    .map((m) => (m % 5 === 0 ? 'the' : `f${n}x${m}`))
    .join(' '),
);

describe('any two states of any text', { timeout: 60_000 }, () => {
  it('are told apart completely: each segment is paired, inserted or deleted, once', () => {
    fc.assert(
      fc.property(segments, segments, (before, after) => {
        const { pairs, inserted, deleted } = alignSegments(before, after);
        expect(ascending([...pairs.map((pair) => pair.before), ...deleted])).toEqual(range(before.length));
        expect(ascending([...pairs.map((pair) => pair.after), ...inserted])).toEqual(range(after.length));
        for (const pair of pairs) expect(after[pair.after]?.field).toBe(before[pair.before]?.field);
      }),
      { numRuns: 500 },
    );
  });

  it('pair all segments with the same words, as far as there are as many', () => {
    fc.assert(
      fc.property(segments, fc.infiniteStream(fc.nat()), (before, order) => {
        const after = before
          .map((one) => ({ one, key: order.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const { pairs, inserted, deleted } = alignSegments(before, after);
        expect([inserted, deleted]).toEqual([[], []]);
        expect(pairs.every(({ words }) => words === 'same')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keep the identity of what was not touched, whatever was done around it, time and again', () => {
    const rounds = fc.array(fc.array(fc.constantFrom(...kinds), { maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rounds, fc.nat(), (steps, seed) => {
        const random = seeded(seed);
        let now = texts.map((text, index) => ({ text, from: [index] as readonly number[] }));
        let identity = new Map(range(texts.length).map((index) => [index, index]));
        for (const step of steps) {
          const before = now;
          const words = before.map(({ text }) => text);
          now = edited(words, step, { random, foreign, space: ' ' }).map(({ text, from }) => ({
            text,
            from: from.flatMap((index) => before[index]?.from ?? []),
          }));
          const { pairs } = alignSegments(
            words.map(paragraph),
            now.map(({ text }) => paragraph(text)),
          );
          const known = identity;
          identity = new Map(
            pairs.flatMap((pair) => {
              const unit = known.get(pair.before);
              return unit === undefined ? [] : [[pair.after, unit] as const];
            }),
          );
        }
        now.forEach(({ text }, index) => {
          const unit = texts.indexOf(text);
          if (unit >= 0) expect(identity.get(index)).toBe(unit);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('any two languages', () => {
  it('are paired in the order of both, within a field and a role', () => {
    fc.assert(
      fc.property(segments, segments, (source, target) => {
        const pairs = alignLanguages(source, target);
        pairs.forEach(([one, other], index) => {
          const next = pairs[index + 1] ?? [source.length, target.length];
          expect(one < next[0] && other < next[1]).toBe(true);
          expect([source[one]?.field, source[one]?.role]).toEqual([target[other]?.field, target[other]?.role]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('are paired completely where both have the same form', () => {
    fc.assert(
      fc.property(segments, (source) => {
        expect(alignLanguages(source, source)).toEqual(range(source.length).map((index) => [index, index]));
      }),
    );
  });
});
