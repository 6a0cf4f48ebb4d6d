import type { Payload } from 'payload';
import { Failure, type FailureValues } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import { ownNames } from '#languages/locales.ts';
import { type EntryFault, entryFaults, formsByKey } from '#translation/terms/check-registry.ts';
import type { Concept } from '#translation/terms/concept.ts';
import { conceptId, isDay, isName } from '#translation/terms/form-bounds.ts';
import { type Registry, registryOf } from './registry.ts';
import { nameOfConcept } from './stored-concept.ts';

const codes = {
  dates: 'name-dates',
  twice: 'name-approved-twice',
  contradicted: 'name-contradicted',
} as const satisfies Record<EntryFault['fault'], FailureCode>;

const valuesOf = ({ form, other }: EntryFault, name: string): FailureValues => ({
  term: form.term,
  language: ownNames[form.locale],
  other: other?.term ?? '',
  concept: name,
});

/** What no entry may be, whatever else there is. */
const checkAlone = ({ id, forms }: Concept): void => {
  if (id !== '' && !conceptId.test(id)) throw new Failure('field-invalid', { field: 'id' });
  for (const { locale, term, traditional, validFrom, validUntil } of forms) {
    if (!isName(term)) throw new Failure('field-invalid', { field: 'term' });
    if (traditional && locale !== 'zh') throw new Failure('field-invalid', { field: 'traditional' });
    if (validFrom && !isDay(validFrom)) throw new Failure('field-invalid', { field: 'validFrom' });
    if (validUntil && !isDay(validUntil)) throw new Failure('field-invalid', { field: 'validUntil' });
  }
};

/** Forms of everything that will stand and is written like one of the entries: the rest cannot contradict them. */
const standing = (entries: readonly Concept[], { byKey }: Registry) => {
  const replaced = new Set(entries.map(({ id }) => id));
  const forms = new Map(formsByKey(entries));
  for (const [key, own] of forms) {
    const others = (byKey.get(key) ?? []).filter(({ conceptId: id }) => !replaced.has(id));
    if (others.length > 0) forms.set(key, [...own, ...others]);
  }
  return forms;
};

/** The first thing that keeps entries from standing in the registry together with all others; null: nothing. */
export const faultOf = (entries: readonly Concept[], registry: Registry): Failure | null => {
  try {
    entries.forEach(checkAlone);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  const [fault] = entryFaults(entries, standing(entries, registry));
  if (!fault) return null;
  const names = new Map(entries.map((concept) => [concept.id, concept]));
  const other = names.get(fault.otherId ?? '') ?? registry.concepts.get(fault.otherId ?? '');
  return new Failure(codes[fault.fault], valuesOf(fault, other ? nameOfConcept(other) : ''));
};

/** @throws Failure `field-invalid`, `name-dates`, `name-approved-twice`, `name-contradicted` */
export const checkEntries = async (payload: Payload, entries: readonly Concept[]): Promise<void> => {
  const fault = faultOf(entries, await registryOf(payload));
  if (fault) throw fault;
};
