import { plainText } from '#translation/content.ts';
import type { Opened } from '../acts/opened.ts';
import type { Unit } from '../ledger/unit.ts';
import { namesOf, peopleIn } from './people.ts';

/** One act upon one segment, as it is exported. */
export interface CustodyAct {
  readonly segment: string;
  readonly field: string;
  readonly role: string;
  readonly act: string;
  readonly by: string | null;
  readonly name: string | null;
  readonly at: string;
  /** Revision of the document that the act was about, and fingerprints of both sides. */
  readonly sourceRevision: number;
  readonly source: string;
  readonly target: string;
}

/** Who did what to each segment of a language, against which version of the source: units that are gone included. */
export const custodyOf = async (opened: Opened) => {
  const { req, row, place, sheet } = opened;
  const names = await namesOf(req, peopleIn(row.units));
  const acts = row.units.flatMap((unit) => actsOf(unit, names));
  const states = new Map(sheet.lines.flatMap((line) => (line.unit ? [[line.unit.id, line.state] as const] : [])));
  return {
    collection: place.collection,
    id: place.id,
    locale: place.locale,
    segments: row.units.map((unit) => ({
      segment: unit.id,
      field: unit.field,
      role: unit.role,
      state: states.get(unit.id) ?? null,
      source: unit.source && plainText(unit.source),
      target: unit.target && plainText(unit.target),
      apart: unit.apart && { ...unit.apart, name: names.get(unit.apart.by) ?? null },
      fine: unit.fine.map((one) => ({ ...one, name: names.get(one.by) ?? null })),
    })),
    acts,
    corrections: row.corrections.map(({ at, by, note }) => ({ at, by, note })),
  };
};

const actsOf = ({ id, field, role, acts }: Unit, names: ReadonlyMap<string, string>): CustodyAct[] =>
  acts.map(({ act, by, at, sourceRevision, fingerprint, target }) => ({
    ...{ segment: id, field, role, act, by, at, sourceRevision, target },
    name: by === null ? null : (names.get(by) ?? null),
    source: fingerprint,
  }));
