import { describe, expect, it } from 'vitest';
import type { Concept, TermForm } from './concept.ts';
import { OtherConcept, planImport } from './plan-import.ts';

const form = (term: string, more: Partial<TermForm> = {}): TermForm => ({
  locale: 'vi',
  term,
  status: 'approved',
  stops: false,
  ...more,
});
const concept = (id: string, ...forms: TermForm[]): Concept => ({ id, kind: 'street', forms });
const plan = (known: Concept[], incoming: Concept[]) =>
  planImport(new Map(known.map((one) => [one.id, one])), incoming);

describe('planImport', () => {
  it('changes nothing the second time', () => {
    const incoming = [concept('a', form('Lê Lợi'), form('Bonard', { status: 'obsolete' }))];
    const [first] = plan([], incoming);
    expect(first?.act).toBe('new');
    expect(plan([first?.concept as Concept], incoming)[0]).toMatchObject({ act: 'same', added: [], changed: [] });
  });

  it('says of each form whether it comes or changes, and keeps what the file does not speak of', () => {
    const known = concept(
      'a',
      form('Lê Lợi'),
      form('Bonard', { status: 'obsolete' }),
      form('Le Loi', { locale: 'en' }),
    );
    const file = concept('a', form('Bonard', { status: 'forbidden' }), form('Lê Lợi'), form('黎利', { locale: 'zh' }));
    const [entry] = plan([known], [file]);
    expect(entry).toMatchObject({ act: 'changed' });
    expect(entry?.added.map(({ term }) => term)).toEqual(['黎利']);
    expect(entry?.changed.map(({ term, status }) => `${term} ${status}`)).toEqual(['Bonard forbidden']);
    expect(entry?.concept.forms.map(({ term, status }) => `${term} ${status}`)).toEqual([
      'Lê Lợi approved',
      'Bonard forbidden',
      'Le Loi approved',
      '黎利 approved',
    ]);
  });

  it('replaces all that is said of one writing together', () => {
    const known = concept('a', form('A', { validUntil: '2000-01-01' }), form('A', { validFrom: '2010-01-01' }));
    const file = concept('a', form('A', { validUntil: '2001-01-01' }), form('A', { validFrom: '2010-01-01' }));
    expect(plan([known], [file])[0]?.concept.forms.map(({ validUntil }) => validUntil)).toEqual([
      '2001-01-01',
      undefined,
    ]);
  });

  it('takes one id for one thing only where they share a name', () => {
    expect(() => plan([concept('a', form('Lê Lợi'))], [concept('a', form('Nguyễn Huệ'))])).toThrow(OtherConcept);
  });
});
