import type { StudioLocale } from '#languages/locales.ts';
import { withMarks } from '#languages/search-words.ts';
import type { Concept, TermForm } from './concept.ts';
import { overlap } from './standing.ts';

/** How forms are told apart: one form of Unicode, one place for the tone, one space; capitals count. */
export const formKey = (locale: StudioLocale, term: string): string => {
  const plain = term.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const moved = withMarks(plain);
  // The tone moves between letters of one case: whatever stays as long keeps its capitals
  const letters = [...moved];
  const cased = [...plain].map((letter, at) => {
    const other = letters[at] ?? letter;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });
  return `${locale} ${letters.length === [...plain].length ? cased.join('') : plain}`;
};

/**
 * What is wrong with an entry: dates the wrong way round, two approved names of one language at a time (`twice`), a name that
 * is both in use and forbidden at a time (`contradicted`), in this entry or between two.
 */
export interface EntryFault {
  readonly fault: 'dates' | 'twice' | 'contradicted';
  readonly conceptId: string;
  readonly form: TermForm;
  /** The form that it does not go with, and where that stands. */
  readonly other?: TermForm;
  readonly otherId?: string;
}

interface Placed {
  readonly conceptId: string;
  readonly form: TermForm;
}

/** Forms of a registry by how they are written. */
export type FormsByKey = ReadonlyMap<string, readonly Placed[]>;

export const formsByKey = (concepts: Iterable<Concept>): FormsByKey => {
  const forms = new Map<string, Placed[]>();
  for (const { id, forms: all } of concepts)
    for (const form of all) {
      const key = formKey(form.locale, form.term);
      forms.set(key, [...(forms.get(key) ?? []), { conceptId: id, form }]);
    }
  return forms;
};

const isInUse = ({ status }: TermForm): boolean => status === 'approved' || status === 'allowed';

const contradicts = (one: TermForm, other: TermForm): boolean =>
  overlap(one, other) &&
  ((isInUse(one) && other.status === 'forbidden') || (isInUse(other) && one.status === 'forbidden'));

const within = ({ id, forms }: Concept): EntryFault[] =>
  forms.flatMap((form, at): EntryFault[] => {
    const faults: EntryFault[] = [];
    const later = forms.slice(at + 1).filter((other) => other.locale === form.locale);
    if (form.validFrom && form.validUntil && form.validUntil < form.validFrom)
      faults.push({ fault: 'dates', conceptId: id, form });
    const twice = later.find(
      (other) => form.status === 'approved' && other.status === 'approved' && overlap(form, other),
    );
    if (twice) faults.push({ fault: 'twice', conceptId: id, form, other: twice, otherId: id });
    return faults;
  });

/**
 * What is wrong with entries, each by itself and against the whole registry.
 * @param entries those that are looked at
 * @param registry forms of everything that will stand, the entries themselves included
 */
export const entryFaults = (entries: readonly Concept[], registry: FormsByKey): EntryFault[] =>
  entries.flatMap((concept) => [
    ...within(concept),
    ...concept.forms.flatMap((form): EntryFault[] => {
      const alike = registry.get(formKey(form.locale, form.term)) ?? [];
      const other = alike.find((one) => contradicts(form, one.form));
      if (!other) return [];
      const { form: against, conceptId: otherId } = other;
      return [{ fault: 'contradicted', conceptId: concept.id, form, other: against, otherId }];
    }),
  ]);
