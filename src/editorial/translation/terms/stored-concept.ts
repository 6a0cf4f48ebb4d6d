import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { type Concept, conceptKinds, type TermForm, termStatuses } from '#translation/terms/concept.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || undefined);

const form = z.looseObject({
  locale: z.enum(studioLocales),
  term: z.string(),
  traditional: text,
  status: z.enum(termStatuses),
  reason: text,
  note: text,
  source: text,
  validFrom: text,
  validUntil: text,
  stops: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});

const stored = z.looseObject({
  id: z.string(),
  kind: z.enum(conceptKinds),
  definition: text,
  forms: z.array(z.unknown()).nullish(),
});

const optional = ['traditional', 'reason', 'note', 'source', 'validFrom', 'validUntil'] as const;

/** A form as the studio keeps it; null for what cannot be understood. */
const readForm = (value: unknown): TermForm | null => {
  const read = form.safeParse(value);
  if (!read.success || read.data.term.trim() === '') return null;
  const { locale, term, status, stops } = read.data;
  const more = Object.fromEntries(optional.flatMap((name) => (read.data[name] ? [[name, read.data[name]]] : [])));
  return { locale, term: term.trim(), status, ...more, stops };
};

/** An entry as the studio keeps it; null for what cannot be understood, so that one broken entry hides no other. */
export const readConcept = (doc: unknown): Concept | null => {
  const read = stored.safeParse(doc);
  if (!read.success) return null;
  const { id, kind, definition, forms } = read.data;
  return {
    id,
    kind,
    ...(definition ? { definition } : {}),
    forms: (forms ?? []).flatMap((one) => readForm(one) ?? []),
  };
};

/** An entry as a save takes it: what it does not say is emptied. */
export const conceptData = ({ kind, definition, forms }: Concept) => ({
  kind,
  definition: definition ?? null,
  forms: forms.map((one) => ({
    ...Object.fromEntries(optional.map((name) => [name, one[name] ?? null])),
    ...{ locale: one.locale, term: one.term, status: one.status, stops: one.stops },
  })),
});

/** What lists call an entry: its approved forms, else whatever it has. */
export const nameOfConcept = ({ forms }: Concept): string => {
  const approved = forms.filter(({ status }) => status === 'approved');
  const named = approved.length > 0 ? approved : forms.slice(0, 1);
  const inOrder = studioLocales.flatMap((locale) => named.filter((one) => one.locale === locale));
  return [...new Set(inOrder.map(({ term }) => term))].join(' · ').slice(0, 1500);
};
