/** What can be changed of a selection, one thing at a time. */
export const planKinds = [
  'credit',
  'rights',
  'rightsRecord',
  'agency',
  'topics',
  'places',
  'albums',
  'marking',
] as const;
export type PlanKind = (typeof planKinds)[number];

/** Lists, into which a value is put or out of which it is taken. */
export const isList = (kind: PlanKind): boolean => kind === 'topics' || kind === 'places' || kind === 'albums';

/** Value of a plan that takes away what is there. */
export const nothing = 'none';

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
  if (isList(kind)) return { [kind]: removes ? { remove: [given] } : { add: [given] } };
  if (kind === 'rightsRecord') return { rightsRecord: given === nothing ? '' : given };
  if (kind !== 'marking') return { [kind]: given };
  return basis.trim() === ''
    ? null
    : { marking: { level: given, compartments: [...compartments], basis: basis.trim() } };
};
