/** What can be changed of a selection, one thing at a time. */
export const planKinds = ['credit', 'rights', 'agency', 'topics', 'places', 'marking'] as const;
export type PlanKind = (typeof planKinds)[number];

/** What somebody has chosen in the form. */
export interface Plan {
  readonly kind: PlanKind;
  /** Text, address, id or level. */
  readonly value: string;
  /** Of lists: whether the value is taken out instead of put in. */
  readonly removes: boolean;
  /** Of markings. */
  readonly compartments: ReadonlySet<string>;
  readonly basis: string;
}

export const newPlan = (kind: PlanKind): Plan => ({
  ...{ kind, value: kind === 'marking' ? 'restricted' : '', removes: false },
  ...{ compartments: new Set<string>(), basis: '' },
});

/** The plan as the studio takes it; null as long as something is missing. */
export const changeOf = ({ kind, value, removes, compartments, basis }: Plan): object | null => {
  const given = value.trim();
  if (given === '') return null;
  if (kind === 'topics' || kind === 'places') return { [kind]: removes ? { remove: [given] } : { add: [given] } };
  if (kind !== 'marking') return { [kind]: given };
  return basis.trim() === ''
    ? null
    : { marking: { level: given, compartments: [...compartments], basis: basis.trim() } };
};
