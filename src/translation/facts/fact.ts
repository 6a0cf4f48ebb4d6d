/** What sort of thing a fact says; a check looks at one sort or two. */
export const factKinds = [
  'number',
  'percent',
  'date',
  'time',
  'amount',
  'quantity',
  'phone',
  'document',
  'web',
  'mail',
] as const;
export type FactKind = (typeof factKinds)[number];

/**
 * Something in a text that has to be the same in every language. `value` is one for all of them, as text:
 *
 * - number `1234.5`, percent `16%`, amount `250 USD` (ISO 4217), quantity `10 km`;
 * - date `2026-05-03`, `2026-05`, `--05-03` (no year), `--05`, `---03` (a day alone), `2026`, `193X` (a decade), `w7` (Sunday), `Q3` (a quarter of a year);
 * - time `19:30`, phone `+842838297834`, document `1369/QĐ-UBND`, web `example.org/path`, mail `a@example.org`.
 */
export interface Fact {
  readonly kind: FactKind;
  readonly value: string;
  /** First and last (excluded) UTF-16 unit in the text as it was handed over. */
  readonly start: number;
  readonly end: number;
  /** Other values that it may mean: `1,234` of a Vietnamese text, `3/5/2026` of an English one. */
  readonly also: readonly string[];
  /** Written in words or Han figures (fifteen, mười lăm, quinze, 十五), not in digits. */
  readonly inWords: boolean;
  /** Whether it must be a fact. `one`, `un`, `ba` and 一 often are none; a year of four digits always is. */
  readonly certain: boolean;
}

/** A fact as a reader of one sort finds it: what it leaves out is the usual. */
export type Found = Pick<Fact, 'kind' | 'value' | 'start' | 'end'> & Partial<Fact>;

export const fact = (found: Found): Fact => ({ also: [], inWords: false, certain: true, ...found });
