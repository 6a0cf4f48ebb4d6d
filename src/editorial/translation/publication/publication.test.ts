import { describe, expect, it } from 'vitest';
import type { Segment } from '#translation/segments/segment.ts';
import { stateBy } from '../../release/vouched.ts';
import { accept, fillByMachine, setApart } from '../ledger/acts.ts';
import type { Correction } from '../ledger/row.ts';
import type { Unit } from '../ledger/unit.ts';
import { vouchedOf } from '../ledger/vouched-of.ts';
import { withUnits } from '../ledger/with-units.ts';
import { type Line, printOf } from '../lines/line.ts';
import { pairUp } from '../lines/pair-up.ts';
import type { Words } from '../lines/sheet.ts';
import { correctionsAfter, seenUnits } from './follow-source.ts';
import { vouchedUnits } from './vouch.ts';

const body = (...texts: string[]): Segment[] =>
  texts.map((text, index) => ({ path: `body/${index}`, field: 'body', role: 'paragraph', content: [{ text }] }));
const actor = { by: 'publisher', at: '2026-11-27T00:00:00.000Z', revision: 9 };
const lan = { ...actor, by: 'lan' };
const vi = ['Chợ mở lúc 18 giờ mỗi ngày.', 'Có 50 gian hàng đủ loại.', 'Vào cửa tự do cho mọi người.'];
const fr = ['Le marché ouvre à 18 heures.', 'Il y a 50 stands de toutes sortes.', 'L’entrée est libre pour tous.'];

const words = (source: Segment[], target: Segment[], more: Partial<Words> = {}): Words => ({
  source,
  target,
  publicSource: source,
  publicTarget: target,
  isLate: false,
  ...more,
});

const translated = (source: Segment[], target: Segment[]): Unit[] =>
  pairUp(source, target, []).flatMap((line) =>
    line.source && line.target
      ? [accept(line, 'translated', { source: line.source.content, target: line.target.content, origin: 'human' }, lan)]
      : [],
  );

const stateFor = (units: readonly Unit[], of: Words, corrections: Correction[] = []) =>
  stateBy(of.publicSource.map(printOf), of.publicTarget.map(printOf), vouchedOf({ units: [...units], corrections }));

/** What a publication makes of what is remembered. */
const published = (units: readonly Unit[], of: Words): Unit[] =>
  withUnits(units, vouchedUnits(of, { units: [...units] }, actor));

describe('a publication of a translation', () => {
  it('vouches for what was written by the form, with fewer paragraphs than the source too', () => {
    const of = words(body(...vi), body(fr[0] ?? '', fr[2] ?? ''));
    expect(stateFor(published([], of), of)).toBe('human');
  });

  it('does not vouch for what translators know to follow an older source', () => {
    const units = translated(body(...vi), body(...fr));
    const of = words(body(vi[0] ?? '', 'Có 80 gian hàng đủ loại.', vi[2] ?? ''), body(...fr));
    expect(vouchedUnits(of, { units }, actor)).toEqual([]);
    expect(stateFor(published(units, of), of)).toBe('outdated');
  });

  it('vouches for a text that somebody has rewritten by the form since', () => {
    const units = translated(body(...vi), body(...fr));
    const of = words(
      body(vi[0] ?? '', 'Có 80 gian hàng đủ loại.', vi[2] ?? ''),
      body(fr[0] ?? '', 'Il y a 80 stands de toutes sortes.', fr[2] ?? ''),
    );
    expect(stateFor(published(units, of), of)).toBe('human');
  });

  it('vouches for what runs ahead of a source that is not public yet, and keeps what translators accepted', () => {
    const next = body(vi[0] ?? '', 'Có 80 gian hàng đủ loại.', vi[2] ?? '');
    const ahead = body(fr[0] ?? '', 'Il y a 80 stands de toutes sortes.', fr[2] ?? '');
    const units = translated(next, ahead);
    const before = words(next, ahead, { publicSource: body(...vi) });
    const after = published(units, before);
    expect(stateFor(after, before)).toBe('human');
    expect(after.map(({ accepted }) => accepted)).toEqual(units.map(({ accepted }) => accepted));
    expect(stateFor(after, words(next, ahead))).toBe('human');
  });

  it('leaves the machine’s words the machine’s', () => {
    const [line] = pairUp(body(vi[0] ?? ''), body(fr[0] ?? ''), []) as [Line];
    const units = [fillByMachine(line, [{ text: vi[0] ?? '' }], [{ text: fr[0] ?? '' }], { ...actor, by: null })];
    const of = words(body(vi[0] ?? ''), body(fr[0] ?? ''));
    expect(stateFor(published(units, of), of)).toBe('machine');
  });

  it('vouches again and again for what only publishers vouched for', () => {
    const first = words(body(...vi), body(...fr));
    const units = published([], first);
    const next = words(body('Chợ mở lúc 17 giờ mỗi ngày.', ...vi.slice(1)), body(...fr));
    expect(stateFor(units, next)).toBe('outdated');
    expect(stateFor(published(units, next), next)).toBe('human');
  });
});

const correcting = { by: 'publisher', at: '2026-11-27T00:00:00.000Z', note: '' };

describe('a correction of the source', () => {
  const units = translated(body(...vi), body(...fr));
  const correct = (after: Segment[], from: Segment[] = body(...vi), corrections: Correction[] = []) => {
    const of = words(after, body(...fr));
    const seen = seenUnits(of, units);
    return { of, seen, corrections: correctionsAfter(from, of, { units: seen, corrections }, correcting) };
  };

  it('puts a language under correction where it changes words, and only then', () => {
    const changed = correct(body('Chợ mở lúc 17 giờ mỗi ngày.', ...vi.slice(1)));
    expect(stateFor(changed.seen, changed.of, changed.corrections)).toBe('under-correction');
    const same = correct(body(...vi));
    expect(same.corrections).toEqual([]);
  });

  it('may take a paragraph away', () => {
    const { of, seen, corrections } = correct(body(vi[0] ?? '', vi[2] ?? ''));
    expect(stateFor(seen, of, corrections)).toBe('under-correction');
    const mended = { ...of, publicTarget: body(fr[0] ?? '', fr[2] ?? '') };
    expect(stateFor(seen, mended, corrections)).toBe('human');
  });

  it('is inherited by what an open correction becomes, and by nothing that has followed', () => {
    const first = body('Chợ mở lúc 17 giờ mỗi ngày.', ...vi.slice(1));
    const second = body('Chợ mở lúc 17 giờ mỗi ngày trong tuần.', ...vi.slice(1));
    const open = correct(first);
    const of = words(second, body(...fr));
    const still = correctionsAfter(first, of, { units: open.seen, corrections: open.corrections }, null);
    expect(stateFor(open.seen, of, still)).toBe('under-correction');
    const [line] = pairUp(first, body(...fr), open.seen) as [Line];
    const followed = withUnits(open.seen, [
      accept(
        line,
        'kept',
        { source: line.source?.content ?? [], target: line.target?.content ?? [], origin: 'human' },
        lan,
      ),
    ]);
    const after = correctionsAfter(first, of, { units: followed, corrections: open.corrections }, null);
    expect(stateFor(followed, of, after)).toBe('outdated');
  });

  it('does not reach a paragraph that is left out, whatever it becomes', () => {
    const [line] = pairUp(
      body(...vi),
      body(...fr.slice(1)),
      translated(body(...vi.slice(1)), body(...fr.slice(1))),
    ) as [Line];
    const others = translated(body(...vi.slice(1)), body(...fr.slice(1)));
    const all = [...others, setApart({ ...line, target: null }, 'left-out', 'x', lan)];
    const of = words(body('Chợ mở lúc 17 giờ mỗi ngày.', ...vi.slice(1)), body(...fr.slice(1)));
    const seen = seenUnits(of, all);
    const corrections = correctionsAfter(body(...vi), of, { units: seen, corrections: [] }, correcting);
    expect(stateFor(seen, of, corrections)).toBe('human');
  });
});
