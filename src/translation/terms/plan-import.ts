import { formKey } from './check-registry.ts';
import type { Concept, TermForm } from './concept.ts';

/** What an import does to one entry. Forms are told apart by how they are written in their language. */
export interface PlannedEntry {
  readonly act: 'new' | 'changed' | 'same';
  /** The entry as it will stand. */
  readonly concept: Concept;
  /** Forms that come, and that are said otherwise than before. What the file does not speak of stays. */
  readonly added: readonly TermForm[];
  readonly changed: readonly TermForm[];
}

/** Two entries bear one id and share no name: they are not the same thing. */
export class OtherConcept extends Error {
  readonly concept: Concept;
  constructor(concept: Concept) {
    super(concept.id);
    this.concept = concept;
  }
}

const facts = [
  'locale',
  'term',
  'traditional',
  'status',
  'reason',
  'note',
  'source',
  'validFrom',
  'validUntil',
  'stops',
] as const;

const isSame = (one: TermForm, other: TermForm): boolean => facts.every((name) => one[name] === other[name]);

const grouped = (forms: readonly TermForm[]): Map<string, TermForm[]> => {
  const groups = new Map<string, TermForm[]>();
  for (const form of forms) {
    const key = formKey(form.locale, form.term);
    groups.set(key, [...(groups.get(key) ?? []), form]);
  }
  return groups;
};

/** A name may come twice, each time for another time: all that is said of one writing is replaced together. */
const joined = (before: Concept, incoming: Concept): PlannedEntry => {
  const [known, said] = [grouped(before.forms), grouped(incoming.forms)];
  if (before.forms.length > 0 && ![...said.keys()].some((key) => known.has(key))) throw new OtherConcept(before);
  const isKept = ([key, forms]: [string, TermForm[]]) => {
    const now = said.get(key) ?? forms;
    return now.length === forms.length && now.every((form, at) => isSame(form, forms[at] ?? form));
  };
  const changed = [...known].filter((group) => !isKept(group)).flatMap(([key]) => said.get(key) ?? []);
  const added = [...said].filter(([key]) => !known.has(key)).flatMap(([, forms]) => forms);
  const definition = incoming.definition ?? before.definition;
  const forms = [...[...known].flatMap(([key, old]) => (isKept([key, old]) ? old : (said.get(key) ?? []))), ...added];
  const concept = { id: before.id, kind: incoming.kind, ...(definition ? { definition } : {}), forms };
  const isOther = incoming.kind !== before.kind || definition !== before.definition;
  const act = isOther || changed.length + added.length > 0 ? 'changed' : 'same';
  return { act, concept, added, changed };
};

/**
 * What importing entries changes. Importing the same again changes nothing, so that an import that was cut short is run again.
 * @throws OtherConcept where an id belongs to something else here
 */
export const planImport = (registry: ReadonlyMap<string, Concept>, incoming: readonly Concept[]): PlannedEntry[] =>
  incoming.map((concept): PlannedEntry => {
    const before = registry.get(concept.id);
    return before ? joined(before, concept) : { act: 'new', concept, added: concept.forms, changed: [] };
  });
