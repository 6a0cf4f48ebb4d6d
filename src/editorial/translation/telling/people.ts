import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Unit } from '../ledger/unit.ts';

const person = z.looseObject({ id: z.string(), name: z.string().nullish() });

/** Everybody who is named in what is remembered. */
export const peopleIn = (units: readonly Unit[]): string[] => [
  ...new Set(
    units
      .flatMap(({ accepted, review, apart, fine, acts }) =>
        [accepted, review, apart, ...fine, ...acts].map((one) => one?.by ?? null),
      )
      .filter((id) => id !== null),
  ),
];

/** Names of people: colleagues see who did something though they may not read the list of people. */
export const namesOf = async (req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const where = { id: { in: [...new Set(ids)] } };
  const { docs } = await req.payload.db.find({ collection: 'users', where, limit: 0, pagination: false, req });
  return new Map(
    z
      .array(person)
      .parse(docs)
      .map(({ id, name }) => [id, name ?? '']),
  );
};
