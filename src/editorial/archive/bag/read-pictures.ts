import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type ShownPerson, shownPersons } from '#collections/fields/shown-person.ts';
import type { RightsValues } from '#media/rights/effective-rights.ts';
import { idOf } from '../../release/lexical-node.ts';
import { storedImage } from '../../release/stored-documents.ts';
import { localList, number, relation, storedInstant, text } from '../../release/stored-kinds.ts';
import { heldRights } from '../../release/stored-rights.ts';
import { markingsOf, type StoredMarking } from '../../workflow/marking-store.ts';
import { rightsReader } from '../../workflow/rights-reader.ts';
import { type HistoryLine, historyLines } from '../history/kept-history.ts';
import { type Description, formatVersion, type more, type Person, type PictureHistory } from './format.ts';
import { outside } from './outside.ts';
import { type Membership, membershipsIn } from './read-albums.ts';
import { refuseLost } from './refuse-lost.ts';

const persons = shownPersons.nullish().transform((value) => value ?? []);

const described = storedImage.omit({ createdAt: true, updatedAt: true, master: true, id: true }).extend({ persons });

const whole = storedImage.extend({
  persons,
  formerSlugs: localList,
  thumbhash: text,
  mergedInto: relation,
  revision: number,
  createdBy: relation,
  releasedBy: relation,
  master: z.object({
    sha256: z.string(),
    bytes: number,
    type: text,
    width: number,
    height: number,
    pages: number,
    display: z
      .enum(['whole', 'preview', 'none'])
      .nullish()
      .transform((value) => value ?? null),
    filename: text,
  }),
  origin: z.object({ sha256: text }).nullish(),
});
export type WholeImage = z.infer<typeof whole>;

const versionRow = z.looseObject({
  parent: relation,
  createdAt: storedInstant,
  version: described.extend({ revision: number, updatedAt: storedInstant.nullish() }),
});
type VersionRow = z.infer<typeof versionRow>;

const line = z.looseObject({
  at: storedInstant,
  actor: text,
  who: text,
  action: z.string(),
  documentId: text,
});
type Line = z.infer<typeof line>;

/** All that the database knows of a picture. */
export interface PictureFacts {
  readonly image: WholeImage;
  /** As they hold: its own, else those of its rights record. */
  readonly rights: RightsValues;
  readonly marking: StoredMarking;
  readonly history: PictureHistory;
  readonly createdBy: Person | null;
  readonly releasedBy: Person | null;
  /** In all albums, whoever may know of them. */
  readonly memberships: readonly Membership[];
}

/** What else is said of it. */
const moreOf = (image: z.infer<typeof described>): z.infer<typeof more> => ({
  headline: outside(image.headline),
  extendedDescription: outside(image.extendedDescription),
  event: outside(image.event),
  usageTerms: outside(image.usageTerms),
  copyright: image.copyright,
  licensor: image.licensor,
  placeCreated: image.placeCreated,
  digitised: image.digitised,
  sourceType: image.sourceType,
  modelRelease: image.modelRelease,
  placesShown: image.placesShown,
  keywords: image.keywords,
});

/** What people say of a picture, as a bag has it. */
export const describe = (image: z.infer<typeof described>): Description => ({
  title: outside(image.title),
  alt: outside(image.alt),
  caption: outside(image.caption),
  slug: outside(image.slug),
  credit: image.credit,
  creator: image.creator,
  rights: image.rights,
  rightsRecord: idOf(image.rightsRecord),
  people: image.people ?? null,
  minors: image.minors ?? false,
  persons: image.persons.map(({ name, told, minor }) => ({ name: outside(name), told, minor })),
  takenOn: image.takenOn,
  focus: [image.focusX, image.focusY],
  crops: Object.keys(image.crops).length === 0 ? null : image.crops,
  topics: image.topics,
  places: image.places,
  agency: image.agency,
  ...moreOf(image),
});

const rowsOf = async (
  req: PayloadRequest,
  collection: 'images' | 'audit' | 'users',
  where: Where,
): Promise<unknown[]> => {
  const { docs } = await req.payload.db.find({ collection, where, limit: 0, pagination: false, req });
  return docs;
};

const versionsOf = async (
  req: PayloadRequest,
  ids: readonly string[],
  refuse: typeof refuseLost,
): Promise<VersionRow[]> => {
  const where = { parent: { in: [...ids] } };
  const { docs } = await req.payload.db.findVersions({ collection: 'images', where, limit: 0, pagination: false, req });
  for (const { parent, version } of docs) refuse('images', parent, version);
  return z.array(versionRow).parse(docs);
};

/** What was done with pictures; who looked at them is for the officer alone. */
const linesOf = async (req: PayloadRequest, ids: readonly string[]): Promise<Line[]> => {
  const about: Where[] = [{ collection: { equals: 'images' } }, { documentId: { in: [...ids] } }];
  const done: Where[] = [{ outcome: { equals: 'done' } }, { action: { not_equals: 'read' } }];
  return z.array(line).parse(await rowsOf(req, 'audit', { and: [...about, ...done] }));
};

const namesOf = async (req: PayloadRequest, ids: ReadonlySet<string>): Promise<Map<string, string | null>> => {
  if (ids.size === 0) return new Map();
  const users = z.array(z.looseObject({ id: z.string(), name: text }));
  return new Map(users.parse(await rowsOf(req, 'users', { id: { in: [...ids] } })).map(({ id, name }) => [id, name]));
};

const byTime =
  <T>(at: (row: T) => string) =>
  (one: T, other: T): number =>
    at(one).localeCompare(at(other));

const changedSince = (before: Description | null, now: Description): string[] =>
  Object.entries(now).flatMap(([name, value]) =>
    JSON.stringify(before?.[name as keyof Description]) === JSON.stringify(value) ? [] : [name],
  );

type Who = (id: string | null, name?: string | null) => Person | null;

const versionsIn = (
  rows: readonly VersionRow[],
  saves: readonly HistoryLine[],
  who: Who,
): PictureHistory['versions'] => {
  const sorted = [...rows].sort(
    (one, other) =>
      (one.version.revision ?? 0) - (other.version.revision ?? 0) ||
      byTime<VersionRow>((row) => row.createdAt)(one, other),
  );
  let before: Description | null = null;
  return sorted.map(({ createdAt, version }) => {
    const now = describe(version);
    const changed = changedSince(before, now);
    before = now;
    const revision = version.revision ?? 0;
    const save = saves.find((line) => line.revision === revision);
    const by = save ? who(save.actor, save.who) : null;
    return { at: version.updatedAt ?? createdAt, revision, changed, description: now, by };
  });
};

const step = z.looseObject({ at: storedInstant.nullish(), by: text, from: text, to: text, basis: text });

/** What is known of one picture’s past, from the places where it is kept. */
interface Past {
  readonly who: Who;
  readonly rows: readonly VersionRow[];
  readonly steps: readonly z.infer<typeof step>[];
  readonly lines: Awaited<ReturnType<typeof linesOf>>;
  readonly kept: readonly HistoryLine[];
}

const historyOf = ({ who, rows, steps, lines, kept }: Past): PictureHistory => ({
  format: 'benthanh-history',
  version: formatVersion,
  versions: versionsIn(
    rows,
    kept.filter(({ kind }) => kind === 'save'),
    who,
  ),
  marking: steps.map(({ at, by, from, to, basis }) => ({ at: at ?? null, by: who(by), from, to, basis })),
  acts: [...lines]
    .sort(byTime(({ at }) => at))
    .map(({ at, action, actor, who: name }) => ({ at, action, by: who(actor, name) })),
  kept: kept
    .filter(({ kind }) => kind !== 'save')
    .map(({ at, kind, actor, who: name, facts }) => ({
      ...{ at, kind: kind as PictureHistory['kept'][number]['kind'], by: who(actor, name), facts },
    })),
});

/** Which names of people shown a bag has: all, or only those that the public may be told. */
export type BagNames = 'all' | 'told';

const onlyOf = <T extends { readonly persons: readonly ShownPerson[] }>(names: BagNames, image: T): T =>
  names === 'all' ? image : { ...image, persons: image.persons.filter(({ told }) => told) };

/** What no person did was done by a program, which has a name and no account. */
const programOf = (name?: string | null): Person | null => (name ? { id: '', name } : null);

/**
 * Reads some pictures with their markings, versions, audit lines and the names of the people of the studio in them.
 *
 * @param isWhole whether all of it has to be readable; else what is lost says so in its place
 * @throws Failure `bag-text-lost`
 */
export const readPictures = async (
  req: PayloadRequest,
  ids: readonly string[],
  bagNames: BagNames = 'told',
  isWhole = true,
): Promise<PictureFacts[]> => {
  const refuse = isWhole ? refuseLost : () => undefined;
  const found = await rowsOf(req, 'images', { id: { in: [...ids] } });
  for (const row of found) refuse('images', idOf(row), row);
  const rows = await rightsReader(req, req)(found);
  const images = z
    .array(whole)
    .parse(rows)
    .map((image) => onlyOf(bagNames, image));
  const rightsBy = new Map(images.map(({ id }, index) => [id, heldRights(rows[index]).rights]));
  const markings = await markingsOf(req, 'images', ids);
  const memberships = await membershipsIn(req, ids);
  const [versions, lines] = [await versionsOf(req, ids, refuse), await linesOf(req, ids)];
  const kept = await historyLines(req, ids);
  const steps = new Map([...markings].map(([id, { history }]) => [id, z.array(step).parse(history)]));
  const people = [
    ...images.flatMap(({ createdBy, releasedBy }) => [createdBy, releasedBy]),
    ...[...steps.values()].flat().map(({ by }) => by),
    ...[...lines, ...kept].map(({ actor }) => actor),
  ];
  const names = await namesOf(req, new Set(people.filter((id) => id !== null)));
  const who: Who = (id, name) => (id === null ? programOf(name) : { id, name: names.get(id) ?? name ?? null });
  const versionsOfImage = (id: string) =>
    versions.filter(({ parent }) => parent === id).map((row) => ({ ...row, version: onlyOf(bagNames, row.version) }));
  return images.flatMap((image) => {
    const marking = markings.get(image.id);
    const rights = rightsBy.get(image.id);
    if (!marking || !rights) return [];
    const history = historyOf({
      who,
      rows: versionsOfImage(image.id),
      steps: steps.get(image.id) ?? [],
      lines: lines.filter(({ documentId }) => documentId === image.id),
      kept: kept.filter(({ picture }) => picture === image.id),
    });
    return [
      {
        image,
        rights,
        marking,
        history,
        createdBy: who(image.createdBy),
        releasedBy: who(image.releasedBy),
        memberships: memberships.get(image.id) ?? [],
      },
    ];
  });
};

/** Fields of the collection that a bag does not carry, with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  marking: 'its level and compartments stand in the record, its history in the history',
  seal: 'it repeats the marking, so that lists are found quickly',
  likeness: 'it is made of the picture wherever that is looked at',
  consents: 'who is shown is personal: the papers are handed over by another way, and noted anew',
  origin: 'a bag brings its own; the earlier one goes along as a file',
};
