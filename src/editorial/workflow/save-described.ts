import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { describedLists, describedLocal, mostListed } from '#collections/fields/described.ts';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { isRealDay } from '../input/real-date.ts';
import { changedAmong, isSame } from './content-changes.ts';
import { isWriterOf, mayTranslate } from './pens.ts';
import { chooseSlug, type SluggedCollection } from './slug-rule.ts';

type Doc = Record<string, unknown>;

/** Collections whose documents describe something and have no drafts. */
export const describedKinds = {
  images: 'image',
  albums: 'album',
  places: 'place',
  topics: 'topic',
  agencies: 'agency',
  rights: 'rights',
} as const;
export type DescribedCollection = keyof typeof describedKinds;

/** A save of such a document in one language. */
export interface DescribedSave {
  readonly req: PayloadRequest;
  readonly collection: DescribedCollection;
  readonly locale: StudioLocale;
  readonly viewer: Viewer | null;
  readonly id: string;
  /** Null for a new document. */
  readonly before: Doc | null;
  readonly after: Doc;
  readonly isPublic: boolean;
}

const localised = [
  ...['title', 'name', 'alt', 'caption', 'summary', 'address', 'description', 'terms'],
  ...['pressText', 'pressContacts'],
  ...describedLocal,
];
const beside = new Set([...localised, 'slug', 'id', 'createdAt', 'updatedAt', 'revision', 'formerSlugs']);

/** Translators write their languages, and nothing that languages share. */
const checkPen = ({ viewer, collection, locale, before, after }: DescribedSave): void => {
  const kind = describedKinds[collection];
  if (!viewer || !before || isWriterOf(viewer, kind)) return;
  const shared = Object.keys(after).filter((name) => !beside.has(name) && !isSame(before[name], after[name]));
  if (shared.length > 0 || !mayTranslate(viewer, kind, locale)) throw new Failure('forbidden');
};

/** Fields that a save changes of a document that is there. */
export const changedIn = ({ before, after }: DescribedSave): string[] => {
  const names = [...localised, 'slug', ...Object.keys(after).filter((name) => !beside.has(name))];
  return before ? changedAmong(names, before, after) : [];
};

const text = (doc: Doc | null, name: string): string => (typeof doc?.[name] === 'string' ? doc[name] : '');

const nameIn = (doc: Doc | null): string => text(doc, 'title') || text(doc, 'name');

/** A term that ends before it begins would never be noticed: the pictures would only be gone. */
const checkTerm = ({ validFrom, validUntil, embargo }: Doc): void => {
  const instant = (value: unknown) => (value ? Date.parse(String(value)) : Number.NaN);
  if (instant(validUntil) <= instant(validFrom) || instant(validUntil) <= instant(embargo))
    throw new Failure('field-invalid', { field: 'validUntil' });
};

/** What is printed as an address has to be one. */
const checkContacts = (contacts: unknown): void => {
  for (const { email } of Array.isArray(contacts) ? contacts : [])
    if (typeof email === 'string' && email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email))
      throw new Failure('field-invalid', { field: 'email' });
};

/** Lists of a length that people can read, and no item that says nothing. */
const checkLists = (after: Doc): void => {
  for (const field of describedLists) {
    const list = after[field];
    const isFit = (one: unknown) => typeof one === 'string' && one.trim() !== '';
    if (Array.isArray(list) && (list.length > mostListed || !list.every(isFit)))
      throw new Failure('field-invalid', { field });
  }
};

const checkValues = (after: Doc): void => {
  for (const field of ['takenOn', 'digitised'])
    if (text(after, field) !== '' && !isRealDay(text(after, field))) throw new Failure('field-invalid', { field });
  checkLists(after);
  if (text(after, 'website') !== '' && !/^https?:\/\/[^\s]+$/.test(text(after, 'website')))
    throw new Failure('field-invalid', { field: 'website' });
  if (text(after, 'webStatement') !== '' && !/^https?:\/\/[^\s]+$/.test(text(after, 'webStatement')))
    throw new Failure('field-invalid', { field: 'webStatement' });
  checkTerm(after);
  checkContacts(after.pressContacts);
  const halves = [after.latitude, after.longitude].filter((value) => typeof value === 'number');
  if (halves.length === 1) throw new Failure('field-invalid', { field: 'latitude' });
};

const formerOf = (before: Doc | null): Record<string, string[]> => {
  const former = before?.formerSlugs;
  return former !== null && typeof former === 'object' ? (former as Record<string, string[]>) : {};
};

const mayMove = (viewer: Viewer | null): boolean =>
  !viewer ||
  viewer.roles.includes('administrator') ||
  viewer.roles.includes('publisher') ||
  viewer.roles.includes('curator');

const slugOfSave = async ({ req, collection, locale, viewer, id, before, after, isPublic }: DescribedSave) => {
  const { slug, former } = await chooseSlug(req, {
    collection: collection satisfies SluggedCollection,
    kind: describedKinds[collection],
    hasDrafts: false,
    id,
    locale,
    wanted: text(after, 'slug'),
    title: nameIn(after),
    before: { slug: text(before, 'slug'), title: nameIn(before) },
    isFixed: isPublic && text(before, 'slug') !== '',
    mayMoveFixed: mayMove(viewer),
  });
  const old = formerOf(before);
  const formerSlugs = former === null ? old : { ...old, [locale]: [...(old[locale] ?? []), former] };
  return { slug, formerSlugs };
};

/** @throws Failure `revision-conflict` where somebody saved since the person looked */
const checkRevision = ({ before }: DescribedSave, expected: number | null): void => {
  const revision = Number(before?.revision ?? 0);
  if (!before || expected === null || expected === revision) return;
  throw new Failure('revision-conflict', { revision, by: '–', at: text(before, 'updatedAt') });
};

/** What a described document becomes: values looked at, a slug, the next revision. */
export const saveDescribed = async (save: DescribedSave, expected: number | null): Promise<Doc> => {
  checkRevision(save, expected);
  checkPen(save);
  checkValues(save.after);
  const revision = Number(save.before?.revision ?? 0) + 1;
  return { ...save.after, ...(await slugOfSave(save)), revision };
};
