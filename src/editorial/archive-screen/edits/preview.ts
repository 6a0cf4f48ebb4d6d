import { isAtLeast, joinOf, readSeal } from '#access/level.ts';
import { none } from '../index/picture.ts';
import type { StudioArchive } from '../studio-archive.ts';
import { type Change, changedFields, changedList, differing, type EditedFields, type editedNames } from './change.ts';

type ChangedName = (typeof editedNames)[number] | 'albums' | 'marking';

/** Fields of which an edit may overwrite what somebody has written or chosen. A rights record and an agency by their id. */
const overwritable = ['credit', 'rights', 'rightsRecord', 'agency'] as const;
type Overwritten = (typeof overwritable)[number];
const isOverwritten = (field: ChangedName): field is Overwritten => (overwritable as readonly string[]).includes(field);

/** What an edit would do, before anybody says that it shall. */
export interface EditPreview {
  readonly total: number;
  readonly changes: number;
  /** Pictures that are so already. */
  readonly same: number;
  /** Why others are left out, and how many: `untitled`, or the code of a refusal. */
  readonly left: Readonly<Record<string, number>>;
  /** How many change in each field. */
  readonly fields: Readonly<Partial<Record<ChangedName, number>>>;
  /** What is overwritten most often, field by field. */
  readonly overwritten: readonly {
    readonly field: Overwritten;
    readonly value: string;
    readonly count: number;
  }[];
}

type Verdict = { left: string } | { fields: readonly ChangedName[] };

const known = (values: readonly string[] | undefined): readonly string[] =>
  (values ?? []).filter((one) => one !== none);

type Listed = 'topic' | 'place' | 'agency' | 'record' | 'album';

const facetIn = ({ index: { columns } }: StudioArchive, row: number, name: Listed): readonly string[] => {
  const column = columns.facets[name];
  return known(column.values[column.codes[row] ?? 0]);
};

/** The fields of a picture as the index has them. */
const fieldsIn = (archive: StudioArchive, row: number): EditedFields => {
  const { columns } = archive.index;
  const facet = (name: Listed) => facetIn(archive, row, name);
  const text = (name: 'credit' | 'statement' | 'titled') => {
    const column = columns.texts[name];
    return column.values[column.codes[row] ?? 0]?.[0] ?? '';
  };
  return {
    ...{ rights: text('statement'), credit: text('credit'), agency: facet('agency')[0] ?? '' },
    ...{ rightsRecord: facet('record')[0] ?? '', topics: facet('topic'), places: facet('place') },
  };
};

const verdictOn = (archive: StudioArchive, row: number, change: Change): Verdict => {
  const { texts } = archive.index.columns;
  if (change.marking) {
    const marking = readSeal(texts.seal.values[texts.seal.codes[row] ?? 0]?.[0] ?? '');
    if (!marking) return { left: 'not-found' };
    const to = { level: change.marking.level, compartments: joinOf([marking, change.marking]).compartments };
    if (!isAtLeast(to, marking)) return { left: 'level-lowering' };
    return { fields: isAtLeast(marking, to) ? [] : ['marking'] };
  }
  if (change.albums) {
    const before = facetIn(archive, row, 'album');
    const after = changedList(before, change.albums);
    const isSame = before.length === after.length && after.every((id) => before.includes(id));
    return { fields: isSame ? [] : ['albums'] };
  }
  if (texts.titled.values[texts.titled.codes[row] ?? 0]?.[0] === '') return { left: 'untitled' };
  const before = fieldsIn(archive, row);
  return { fields: differing(before, changedFields(before, change)) };
};

const count = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Values of a field that are overwritten most often. */
const mostOverwritten = 3;

export const previewEdit = (archive: StudioArchive, rows: readonly number[], change: Change): EditPreview => {
  const [left, fields, lost]: Record<string, number>[] = [{}, {}, {}] as const satisfies [object, object, object];
  let [changes, same] = [0, 0];
  for (const row of rows) {
    const verdict = verdictOn(archive, row, change);
    if ('left' in verdict) count(left as Record<string, number>, verdict.left);
    else if (verdict.fields.length === 0) same += 1;
    else {
      changes += 1;
      const before = fieldsIn(archive, row);
      for (const field of verdict.fields) {
        count(fields as Record<string, number>, field);
        if (isOverwritten(field) && before[field] !== '')
          count(lost as Record<string, number>, `${field}\n${before[field]}`);
      }
    }
  }
  const overwritten = Object.entries(lost as Record<string, number>)
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostOverwritten)
    .map(([key, many]) => {
      const [field = '', value = ''] = key.split('\n');
      return { field: field as Overwritten, value, count: many };
    });
  return {
    total: rows.length,
    changes,
    same,
    left: left as Record<string, number>,
    fields: fields as object,
    overwritten,
  };
};
