import type { LangText } from '../metadata/lang-text.ts';

/** What a picture may be used for. Nothing named: nobody has limited it. */
export const rightsUses = ['web', 'print', 'social', 'commercial'] as const;
export type RightsUse = (typeof rightsUses)[number];

/** What one source says of the rights of a picture. Null, an empty text and an empty list say nothing. */
export interface RightsValues {
  /** Whoever holds the rights. */
  readonly holder: string | null;
  readonly creator: string | null;
  /** How the picture is to be credited. */
  readonly credit: string | null;
  /** Canonical address of a licence or of a RightsStatements.org statement. */
  readonly rights: string | null;
  /** Terms of use by BCP 47 tag. */
  readonly terms: LangText;
  /** Page that tells the rights in full. */
  readonly webStatement: string | null;
  /** Instants in UTC, RFC 3339 with milliseconds. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly embargo: string | null;
  /** Countries or regions, for people to read: a public API cannot tell where somebody stands. */
  readonly territories: readonly string[];
  readonly uses: readonly RightsUse[];
  /** Largest public size: pixels of the longer side. */
  readonly maxSide: number | null;
  /** Whether a copy to keep is offered. */
  readonly download: boolean | null;
  /** Whether the credit is drawn into every copy. */
  readonly mark: boolean | null;
}

export interface RightsSources {
  /** What the picture itself says. */
  readonly own: Partial<RightsValues>;
  /** The rights record that it refers to. */
  readonly record?: Partial<RightsValues> | null;
  /** What holds where neither says anything. */
  readonly fallback?: Partial<RightsValues> | null;
}

const nothing: RightsValues = {
  holder: null,
  creator: null,
  credit: null,
  rights: null,
  terms: {},
  webStatement: null,
  validFrom: null,
  validUntil: null,
  embargo: null,
  territories: [],
  uses: [],
  maxSide: null,
  download: null,
  mark: null,
};

const says = (value: unknown): boolean => {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value !== 'object' || Object.values(value).some((inner) => inner !== '');
};

/**
 * What holds for a picture: field by field what it says itself, else what its rights record says, else what it takes from
 * where it belongs. Terms are one field: those of two sources would be read as one text.
 */
export function effectiveRights({ own, record, fallback }: RightsSources): RightsValues {
  const sources = [own, record ?? {}, fallback ?? {}];
  const pick = <K extends keyof RightsValues>(name: K): RightsValues[K] => {
    const source = sources.find((one) => says(one[name]));
    return (source?.[name] ?? nothing[name]) as RightsValues[K];
  };
  return {
    holder: pick('holder'),
    creator: pick('creator'),
    credit: pick('credit'),
    rights: pick('rights'),
    terms: pick('terms'),
    webStatement: pick('webStatement'),
    validFrom: pick('validFrom'),
    validUntil: pick('validUntil'),
    embargo: pick('embargo'),
    territories: pick('territories'),
    uses: pick('uses'),
    maxSide: pick('maxSide'),
    download: pick('download'),
    mark: pick('mark'),
  };
}
