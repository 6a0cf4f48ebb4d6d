import {
  buildVersionCollectionFields,
  type FlattenedField,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale } from '#languages/locales.ts';

/** What conditions and orders can speak of. */
export interface Ground {
  readonly fields: readonly FlattenedField[];
  readonly collections: PayloadRequest['payload']['collections'];
  /** Whether documents are asked for in all languages at once. */
  readonly inAllLanguages: boolean;
}

type Fields = readonly FlattenedField[];

/** Whole texts and lists of the machinery name documents that whoever asks may not know of. */
const untold = new Set(['richText', 'json', 'code', 'blocks', 'join']);
const ofMachinery = new Set(['shows']);
/** Collections whose documents can be hidden. */
const hideable = new Set(['articles', 'events', 'images', 'albums']);

const invalid = (path: string) => new Failure('parameter-invalid', { parameter: path.slice(0, 60).toWellFormed() });

const namesHidden = (field: FlattenedField): boolean =>
  'relationTo' in field && [field.relationTo].flat().some((slug) => hideable.has(slug));

/** The field of a name, with the fields below it; null for a name that nobody may ask about. */
const step = (ground: Ground, fields: Fields, name: string): { field: FlattenedField; below: Fields } | null => {
  const field = fields.find((one) => one.name === name);
  if (!field || untold.has(field.type) || ofMachinery.has(name) || field.custom?.untold === true) return null;
  if ('relationTo' in field && typeof field.relationTo === 'string')
    return { field, below: ground.collections[field.relationTo]?.config.flattenedFields ?? [] };
  return { field, below: 'flattenedFields' in field ? field.flattenedFields : [] };
};

/**
 * The fields that a path passes, the last one last. Languages and places in a list are no fields of their own.
 * Old versions name documents that have since been hidden; what is in force does not.
 */
const fieldsOn = (ground: Ground, path: string): FlattenedField[] => {
  const passed: FlattenedField[] = [];
  let fields: Fields = ground.fields;
  for (const name of path.replaceAll('__', '.').split('.')) {
    const isPart = passed.length > 0 && (isStudioLocale(name) || /^\d{1,4}$/.test(name));
    if (isPart) continue;
    const found = step(ground, fields, name);
    if (!found || (passed[0]?.name === 'version' && namesHidden(found.field))) throw invalid(path);
    passed.push(found.field);
    fields = found.below;
  }
  return passed;
};

const isIdOf = (path: string): boolean => path === 'id' || path === '_id';

const isLocalized = (field: FlattenedField | undefined): boolean =>
  field !== undefined && 'localized' in field && field.localized === true;

/** Words of another document have a language: in all at once MongoDB's adapter finds none and falls over. */
const needsLanguage = ({ inAllLanguages }: Ground, path: string, passed: readonly FlattenedField[]): boolean => {
  const isOfAnother = passed.slice(0, -1).some((field) => 'relationTo' in field);
  return inAllLanguages && isOfAnother && isLocalized(passed.at(-1)) && !isStudioLocale(path.split('.').at(-1));
};

const checkPath = (ground: Ground, path: string): void => {
  if (isIdOf(path)) return;
  if (needsLanguage(ground, path, fieldsOn(ground, path))) throw invalid(path);
};

/**
 * Looks at what a condition asks about: nothing but fields that whoever may read the documents may read in full.
 * Expects a condition that is well formed.
 *
 * @throws Failure `parameter-invalid` for any other path
 */
export const checkWherePaths = (ground: Ground, where: unknown): void => {
  for (const [path, condition] of Object.entries(where ?? {})) {
    if (!/^(and|or)$/i.test(path)) checkPath(ground, path);
    else for (const part of condition as unknown[]) checkWherePaths(ground, part);
  }
};

/**
 * Looks at the order that is asked for: by fields of the documents themselves. What another document says would tell
 * by the order of those that may be read what stands in one that may not.
 *
 * @throws Failure `parameter-invalid`
 */
export const checkSortPaths = (ground: Ground, sort: unknown): void => {
  const names = typeof sort === 'string' ? sort.split(',') : Array.isArray(sort) ? sort.map(String) : [];
  for (const name of names) {
    const path = name.replace(/^-/, '');
    if (isIdOf(path)) continue;
    const leaps = fieldsOn(ground, path)
      .slice(0, -1)
      .some((field) => 'relationTo' in field);
    if (leaps) throw invalid(path);
  }
};

/** What may be asked about a collection: its documents, and their versions, which Payload's hooks do not tell apart. */
export const groundOf = ({ payload, locale }: PayloadRequest, collection: SanitizedCollectionConfig): Ground => {
  const ofVersions = collection.versions ? buildVersionCollectionFields(payload.config, collection, true) : [];
  return {
    fields: [...collection.flattenedFields, ...ofVersions],
    collections: payload.collections,
    inAllLanguages: locale === 'all',
  };
};
