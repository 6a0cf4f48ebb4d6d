/**
 * Levels of confidentiality, lowest first, and the import state `unreviewed`, of which nobody has said yet what it is:
 * it is handled like `restricted` and can never be released.
 */
export const levels = ['public', 'internal', 'restricted', 'mat', 'toi_mat', 'tuyet_mat', 'unreviewed'] as const;
export type Level = (typeof levels)[number];

/** Levels that a person may be cleared for. */
export const clearances = ['public', 'internal', 'restricted', 'mat', 'toi_mat', 'tuyet_mat'] as const;
export type Clearance = (typeof clearances)[number];

/** State secrets in the sense of the law: levels that no machine joined to the Internet may hold. */
export const stateSecrets: readonly Level[] = ['mat', 'toi_mat', 'tuyet_mat'];

const ranks: Record<Level, number> = {
  public: 0,
  internal: 1,
  restricted: 2,
  unreviewed: 2,
  mat: 3,
  toi_mat: 4,
  tuyet_mat: 5,
};

export const isLevel = (value: unknown): value is Level => levels.includes(value as Level);

/** 0 (public) to 5 (tuyet_mat); `unreviewed` ranks with `restricted`. */
export const rankOf = (level: Level): number => ranks[level];

/** What a marking says of a document: a level joined by the compartments that its readers must all hold. */
export interface Marking {
  readonly level: Level;
  readonly compartments: readonly string[];
}

/** Whether everybody who covers `upper` also covers `lower`. */
export const isAtLeast = (upper: Marking, lower: Marking): boolean =>
  ranks[upper.level] >= ranks[lower.level] && lower.compartments.every((name) => upper.compartments.includes(name));

/** The lowest marking that is at least every one of `markings`; public without compartments when there are none. */
export const joinOf = (markings: readonly Marking[]): Marking => {
  const level = markings.reduce<Level>((high, { level }) => (ranks[level] > ranks[high] ? level : high), 'public');
  return { level, compartments: [...new Set(markings.flatMap(({ compartments }) => compartments))].sort() };
};

/** A marking as one comparable text: `level|compartment+compartment`, compartments sorted. */
export const sealOf = ({ level, compartments }: Marking): string =>
  `${level}|${[...new Set(compartments)].sort().join('+')}`;

/** The marking that a seal stands for, or null where the text is none. */
export const readSeal = (seal: string): Marking | null => {
  const bar = seal.indexOf('|');
  const level = seal.slice(0, bar);
  if (bar < 0 || !isLevel(level)) return null;
  const rest = seal.slice(bar + 1);
  return { level, compartments: rest === '' ? [] : rest.split('+') };
};
