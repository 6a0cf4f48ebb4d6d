/**
 * One thing that the doctor looked at. Words stand in the `cli` namespace under `doctor.<about>`; those of a warning or
 * a fault tell how to mend it.
 */
export interface Finding {
  readonly state: 'good' | 'warning' | 'bad';
  readonly about: string;
  readonly values: Readonly<Record<string, string | number>>;
}

type Values = Finding['values'];

export const good = (about: string, values: Values = {}): Finding => ({ state: 'good', about, values });
export const warning = (about: string, values: Values = {}): Finding => ({ state: 'warning', about, values });
export const bad = (about: string, values: Values = {}): Finding => ({ state: 'bad', about, values });
