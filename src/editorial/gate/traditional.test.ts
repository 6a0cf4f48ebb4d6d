import { describe, expect, it } from 'vitest';
import type { Overrides } from '#translation/script/overrides.ts';
import { namesInBothScripts } from './names-in-both-scripts.ts';
import { openTraditional } from './traditional.ts';

const form = (term: string, more: object) => ({ locale: 'zh', term, status: 'approved', stops: false, ...more });

describe('names of the registry in both scripts', () => {
  it('are the Chinese forms that may be written and whose Traditional form is known, the approved first', () => {
    const concepts = [
      { id: '1', forms: [form('里街', { traditional: '里街', status: 'allowed' }), form('后街', { traditional: '' })] },
      {
        id: '2',
        forms: [form('范路', { traditional: ' 范路 ' }), form('余路', { traditional: '余路', status: 'forbidden' })],
      },
      { id: '3', forms: [form('x', { locale: 'vi', traditional: 'y' }), form('后街', {}), 'nonsense'] },
      { id: '4' },
      null,
    ];
    expect(namesInBothScripts(concepts)).toEqual([
      { simplified: '范路', traditional: '范路' },
      { simplified: '里街', traditional: '里街' },
    ]);
  });
});

describe('the conversion of the gate', () => {
  it('has the names of this moment, those of the registry above those of the city', async () => {
    let names: Overrides = [];
    let clock = 0;
    const traditional = openTraditional(
      async () => names,
      () => (clock += 60_000),
    );
    expect((await traditional()).text('范五老街在里街')).toBe('范五老街在裡街');
    names = [
      { simplified: '里街', traditional: '里街' },
      { simplified: '范五老', traditional: '範五老' },
    ];
    expect((await traditional()).text('范五老街在里街')).toBe('範五老街在里街');
    names = [];
    expect((await traditional()).text('里街')).toBe('裡街');
  });

  it('is made once for the same names, and asks for them once in a while', async () => {
    let [clock, asked] = [0, 0];
    const names = async () => {
      asked += 1;
      return [{ simplified: '里街', traditional: '里街' }];
    };
    const traditional = openTraditional(names, () => clock);
    const first = await traditional();
    clock = 29_999;
    expect([await traditional(), asked]).toEqual([first, 1]);
    clock = 30_000;
    expect([await traditional(), asked]).toEqual([first, 2]);
  });
});
