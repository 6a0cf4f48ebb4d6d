import { describe, expect, test } from 'vitest';
import type { Content } from '#translation/content.ts';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import type { ReadUnit } from '#translation/exchange/document.ts';
import type { Segment } from '#translation/segments/segment.ts';
import type { LineState } from '../lines/line-states.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { isSameText, meet } from './meet.ts';

const says = (text: string): Content => [{ text }];
const segment = (text: string, more: Partial<Segment> = {}): Segment => ({
  ...{ path: 'body/0', field: 'body', role: 'paragraph', content: says(text), ...more },
});

const source = 'Chợ mở lúc 18 giờ.';

const line = (ours: string | null, state: LineState = ours === null ? 'missing' : 'translated'): StatedLine => ({
  ...{ key: 'u1', alias: 's.1.0', unit: null, source: segment(source), state },
  target: ours === null ? null : segment(ours),
});

const unit = (theirs: string | null, sent: string | null, more: Partial<ReadUnit> = {}): ReadUnit => ({
  ...{ id: 'u1', path: 'body/0', role: 'paragraph', notes: [], at: { line: 3, column: 5 }, state: 'translated' },
  ...{ sourceAsSent: says(source), fingerprint: fingerprintOf(says(source)) },
  ...{ target: theirs === null ? null : says(theirs), targetAsSent: sent === null ? null : says(sent) },
  ...more,
});

const kindOf = (one: StatedLine | null, other: ReadUnit, more: Partial<Parameters<typeof meet>[0]> = {}) =>
  meet({ line: one, unit: other, problems: [], isUntouched: false, hidden: new Set(), ...more }).kind;

describe('a segment that comes back', () => {
  test.each<[string, StatedLine, ReadUnit, string]>([
    ['is nothing where nobody translated it', line(null), unit(null, null), 'same'],
    ['is written where nothing stands', line(null), unit('A', null), 'change'],
    ['is nothing where it stands already', line('A'), unit('A', null), 'same'],
    ['is written over what it began from', line('A'), unit('B', 'A'), 'change'],
    ['is nothing where the translator left it as it was', line('B'), unit('A', 'A'), 'same'],
    ['is a conflict where somebody wrote otherwise', line('C'), unit('B', 'A'), 'conflict'],
    ['is a conflict where somebody filled what was empty', line('C'), unit('B', null), 'conflict'],
    ['is a conflict where somebody took the text out', line(null), unit('B', 'A'), 'conflict'],
    ['is a conflict where somebody left the passage out', line(null, 'left-out'), unit('B', null), 'conflict'],
    ['confirms what a machine wrote', line('A', 'machine'), unit('A', 'A'), 'confirm'],
    [
      'confirms nothing where the tool says nothing',
      line('A', 'machine'),
      unit('A', 'A', { state: 'initial' }),
      'same',
    ],
  ])('%s', (_, ours, theirs, kind) => expect(kindOf(ours, theirs)).toBe(kind));

  test('is told by what stands where a tool dropped what went out, if nobody has saved since', () => {
    expect(kindOf(line('A'), unit('B', null), { isUntouched: true })).toBe('change');
  });

  const older = { sourceAsSent: says('Chợ mở lúc 17 giờ.'), fingerprint: fingerprintOf(says('Chợ mở lúc 17 giờ.')) };

  test('is stale where the source says something else, and confirms nothing then', () => {
    expect(kindOf(line(null), unit('A', null, older))).toBe('stale');
    expect(kindOf(line('A', 'outdated'), unit('A', 'A', older))).toBe('same');
    expect(
      meet({ line: line('C'), unit: unit('B', 'A', older), problems: [], isUntouched: false, hidden: new Set() }),
    ).toMatchObject({
      kind: 'conflict',
      isStale: true,
    });
  });

  test('is gone where the source has no such passage', () => {
    expect(kindOf(null, unit('A', null))).toBe('gone');
    expect(kindOf(null, unit(null, null))).toBe('same');
  });

  test('is damaged, too long or in another language before it is anything else', () => {
    const problem = (code: 'code-broken' | 'language-wrong') => ({ code, line: 1, column: 1, unit: 'u1' });
    expect(kindOf(line('C'), unit('B', 'A'), { problems: [problem('code-broken')] })).toBe('codes');
    expect(kindOf(line(null), unit('B', null), { problems: [problem('language-wrong')] })).toBe('language');
    const short = { ...line(null), source: segment(source, { limit: 3 }) };
    expect(kindOf(short, unit('ABCD', null))).toBe('unfit');
  });

  test('takes codes and addresses for what they are, and lines that a tool broke for nothing', () => {
    const linked = (address: string): Content => [
      { code: 'open', id: '1', kind: 'link', address },
      { text: 'a  b\n c' },
      { code: 'close', id: '1' },
    ];
    expect(isSameText(linked('https://a.vn'), linked('https://b.vn'))).toBe(false);
    expect(isSameText(says('a  b\n c'), says('a b c'))).toBe(true);
    expect(isSameText(says('a b'), says('a\u00a0b'))).toBe(false);
    expect(isSameText(linked('https://a.vn'), says('a b c'))).toBe(false);
  });

  test('leaves out links that the person may not know of before it compares', () => {
    const hidden = 'internal:articles/1';
    const content: Content = [
      { code: 'open', id: '1', kind: 'link', address: hidden },
      { text: source },
      { code: 'close', id: '1' },
    ];
    const secret = {
      ...line('A'),
      source: segment(source, { content }),
      target: segment('A', { content: [...content.slice(0, 1), { text: 'A' }, ...content.slice(2)] }),
    };
    expect(kindOf(secret, unit('B', 'A'), { hidden: new Set([hidden]) })).toBe('change');
    expect(kindOf(secret, unit('B', 'A'))).toBe('conflict');
  });
});
