import { z } from 'zod';
import { clearances } from '#access/level.ts';
import { longest } from '#collections/fields/texts.ts';
import { canonicalRights } from '#media/rights/rights.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);
const ids = z.array(id).max(50).default([]);
const addRemove = z.strictObject({ add: ids, remove: ids });

/**
 * What is to become of every picture of a selection. A marking changes by itself, since no edit takes it back; so do albums,
 * which are no field of a picture.
 */
export const changeSchema = z
  .strictObject({
    rights: z
      .string()
      .refine((address) => canonicalRights(address) === address)
      .optional(),
    credit: z.string().trim().min(1).max(longest.credit).optional(),
    agency: id.optional(),
    /** Empty: the picture stands upon no rights record any more. */
    rightsRecord: id.or(z.literal('')).optional(),
    topics: addRemove.optional(),
    places: addRemove.optional(),
    albums: addRemove.refine(({ add, remove }) => add.length + remove.length > 0).optional(),
    marking: z
      .strictObject({
        level: z.enum(clearances),
        compartments: z.array(z.string().max(60)).max(50).default([]),
        basis: z.string().trim().min(1).max(longest.note),
      })
      .optional(),
  })
  .refine((change) => Object.keys(change).length > 0)
  .refine((change) => !(change.marking || change.albums) || Object.keys(change).length === 1);
export type Change = z.infer<typeof changeSchema>;
export type AlbumChange = NonNullable<Change['albums']>;

/** The fields of a picture that an edit can change, as its record has them. */
export interface EditedFields {
  readonly rights: string;
  readonly credit: string;
  readonly agency: string;
  readonly rightsRecord: string;
  readonly topics: readonly string[];
  readonly places: readonly string[];
}
export const editedNames = ['rights', 'credit', 'agency', 'rightsRecord', 'topics', 'places'] as const;

export const changedList = (
  before: readonly string[],
  change: z.infer<typeof addRemove> | undefined,
): readonly string[] => {
  if (!change) return before;
  const kept = before.filter((one) => !change.remove.includes(one));
  return [...kept, ...change.add.filter((one) => !kept.includes(one))];
};

export const changedFields = (before: EditedFields, change: Change): EditedFields => ({
  rights: change.rights ?? before.rights,
  credit: change.credit ?? before.credit,
  agency: change.agency ?? before.agency,
  rightsRecord: change.rightsRecord ?? before.rightsRecord,
  topics: changedList(before.topics, change.topics),
  places: changedList(before.places, change.places),
});

/** Names of the fields that differ. */
export const differing = (one: EditedFields, other: EditedFields): (typeof editedNames)[number][] =>
  editedNames.filter((name) => [one[name]].flat().join('\n') !== [other[name]].flat().join('\n'));

const relation = z.union([z.string(), z.looseObject({ id: z.string() }).transform((one) => one.id)]);
const fields = z.looseObject({
  rights: z.string().nullish(),
  credit: z.string().nullish(),
  agency: relation.nullish(),
  rightsRecord: relation.nullish(),
  topics: z.array(relation).nullish(),
  places: z.array(relation).nullish(),
});

const nothing: EditedFields = { rights: '', credit: '', agency: '', rightsRecord: '', topics: [], places: [] };

/**
 * The fields of a stored picture, or of what an edit has kept of one.
 * @param otherwise what holds for fields that it does not name: an older edit has not kept those that came later
 */
export const fieldsOf = (doc: unknown, otherwise: EditedFields = nothing): EditedFields => {
  const { rights, credit, agency, rightsRecord, topics, places } = fields.parse(doc);
  return {
    ...{ rights: rights ?? otherwise.rights, credit: credit ?? otherwise.credit },
    ...{ agency: agency ?? otherwise.agency, rightsRecord: rightsRecord ?? otherwise.rightsRecord },
    ...{ topics: topics ?? otherwise.topics, places: places ?? otherwise.places },
  };
};
