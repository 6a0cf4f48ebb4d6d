import { describe, expect, it } from 'vitest';
import { entryFaults, formKey, formsByKey } from './check-registry.ts';
import type { Concept, TermForm } from './concept.ts';

const form = (term: string, more: Partial<TermForm> = {}): TermForm => ({
  locale: 'vi',
  term,
  status: 'approved',
  stops: false,
  ...more,
});
const concept = (id: string, ...forms: TermForm[]): Concept => ({ id, kind: 'street', forms });
const faultsOf = (...concepts: Concept[]) =>
  entryFaults(concepts, formsByKey(concepts)).map(
    ({ fault, conceptId, otherId }) => `${fault} ${conceptId}${otherId === undefined ? '' : ` ${otherId}`}`,
  );

describe('entryFaults', () => {
  it('has nothing to say of an ordinary entry, or of two things with one name', () => {
    expect(faultsOf(concept('a', form('Lê Lợi')), concept('b', form('Lê Lợi')))).toEqual([]);
  });

  it('refuses an end before the beginning', () => {
    expect(faultsOf(concept('a', form('Lê Lợi', { validFrom: '2026-01-01', validUntil: '2025-12-31' })))).toEqual([
      'dates a',
    ]);
  });

  it('refuses two approved names of one language at a time, and takes one after the other', () => {
    expect(faultsOf(concept('a', form('Cũ'), form('Mới')))).toEqual(['twice a a']);
    const old = form('Cũ', { validUntil: '2025-06-30' });
    expect(faultsOf(concept('a', old, form('Mới', { validFrom: '2025-07-01' })))).toEqual([]);
    expect(faultsOf(concept('a', old, form('Mới', { validFrom: '2025-06-30' })))).toEqual(['twice a a']);
    expect(faultsOf(concept('a', form('Cũ'), form('New', { locale: 'en' })))).toEqual([]);
  });

  it('refuses a name that is in use here and forbidden there, whichever way it is typed', () => {
    const here = concept('a', form('Ủy ban Hòa giải'));
    const there = concept('b', form('Uỷ ban  Hoà giải', { status: 'forbidden' }));
    expect(faultsOf(here, there)).toEqual(['contradicted a b', 'contradicted b a']);
    const later = concept('b', form('Ủy ban Hòa giải', { status: 'forbidden', validFrom: '2030-01-01' }));
    expect(faultsOf(concept('a', form('Ủy ban Hòa giải', { validUntil: '2029-12-31' })), later)).toEqual([]);
  });

  it('lets capitals make the difference', () => {
    expect(faultsOf(concept('a', form('Ủy ban'), form('Ủy Ban', { status: 'forbidden' })))).toEqual([]);
    expect(formKey('vi', 'HOÀ Bình')).toBe('vi HÒA Bình');
  });
});
