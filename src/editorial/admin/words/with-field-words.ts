import type { Data, Field, Option } from 'payload';
import { isStudioLocale, ownNames, studioLocales } from '#languages/locales.ts';
import enRights from '#locales/en/rights.json' with { type: 'json' };
import frRights from '#locales/fr/rights.json' with { type: 'json' };
import viRights from '#locales/vi/rights.json' with { type: 'json' };
import zhRights from '#locales/zh/rights.json' with { type: 'json' };
import { isTextCollection } from '../../workflow/content-changes.ts';
import { auditOptionWords } from './audit-option-words.ts';
import { inEveryLanguage } from './studio-words.ts';

const rights: Record<string, Record<string, string>> = { vi: viRights, en: enRights, fr: frRights, zh: zhRights };

/** The collection's own word for a field comes before the common one. */
const wordsFor = (collection: string, key: string) =>
  inEveryLanguage('fields', `${collection}.${key}`) ?? inEveryLanguage('fields', key);

const rightsWords = (key: string) => {
  const words = studioLocales.map((locale) => [locale, rights[locale]?.[key] ?? key] as const);
  return Object.fromEntries(words);
};

/** Values that stand for a language show the language's own name; rights statements have words of their own. */
const optionWords = (collection: string, field: string, option: Option): Option => {
  const { value, label } = typeof option === 'string' ? { value: option, label: option } : option;
  if (isStudioLocale(value)) return { value, label: ownNames[value] };
  if (field === 'rights' && typeof label === 'string') return { value, label: rightsWords(label) };
  const known =
    wordsFor(collection, `${field}.${value}`) ?? (collection === 'audit' ? auditOptionWords(field, value) : null);
  return { value, label: known ?? label };
};

/** Fields that only machines read: the editor shows what they mean elsewhere. */
const unseen = new Set([
  ...['images.master', 'images.focusX', 'images.focusY', 'images.crops'],
  ...['marking', 'createdBy', 'releasedBy'],
]);

/** Times are set in the publish dialog: an empty one would only raise the question how to fill it. */
const set = new Set(['appearsAt', 'vanishesAt']);

const seenAs = (collection: string, field: Field & { name: string }) => {
  const hide = unseen.has(field.name) || unseen.has(`${collection}.${field.name}`);
  // A field that is called otherwise here is another thing: what helps with its namesakes would be wrong
  const isOther = inEveryLanguage('fields', `${collection}.${field.name}`) !== undefined;
  const own = inEveryLanguage('fields', `${collection}.${field.name}.help`);
  const help = own ?? (isOther ? undefined : inEveryLanguage('fields', `${field.name}.help`));
  const onlyWhenSet = set.has(field.name) ? { condition: (data: Data) => Boolean(data?.[field.name]) } : {};
  return { ...field.admin, ...onlyWhenSet, ...(help ? { description: help } : {}), ...(hide ? { hidden: true } : {}) };
};

/** A choice of a picture shows the picture. */
const pictureParts = {
  appearance: 'drawer' as const,
  components: { afterInput: ['/src/editorial/admin/images/chosen-picture.tsx#ChosenPicture'] },
};

/** What the comparison of two versions shows of fields that only machines write. */
const nothing = '/src/editorial/admin/languages/no-button.tsx#NoButton';

/** In the audit log the id of a document leads to it. */
const subject = '/src/editorial/admin/audit/subject-cell.tsx#SubjectCell';

/** A folded form of an official name is called what it says. */
const formLabel = '/src/editorial/admin/names/form-label.tsx#FormLabel';

const partsOf = (collection: string, name: string, isHidden: boolean) => {
  if (isHidden) return { Diff: nothing };
  if (collection === 'audit' && name === 'documentId') return { Cell: subject };
  if (collection === 'concepts' && name === 'forms') return { RowLabel: formLabel };
  const isTextTitle = name === 'title' && isTextCollection(collection);
  return isTextTitle ? { Cell: '/src/editorial/admin/languages/title-cell.tsx#TitleCell' } : null;
};

/** A part of a form that folds up is named like a field. */
const folding = (collection: string, field: Field): Field => {
  if (field.type !== 'collapsible' || typeof field.label !== 'string') return field;
  return { ...field, label: wordsFor(collection, field.label) ?? field.label };
};

const named = (collection: string, field: Field): Field => {
  if (!('name' in field) || !field.name || field.type === 'ui') return folding(collection, field);
  const label = wordsFor(collection, field.name);
  const admin = seenAs(collection, field as Field & { name: string });
  const parts = partsOf(collection, field.name, admin.hidden === true);
  const faced = {
    ...field,
    ...(label ? { label } : {}),
    admin: { ...admin, ...(parts && { components: parts }) },
  } as Field;
  if (faced.type === 'select') {
    return { ...faced, options: faced.options.map((option) => optionWords(collection, faced.name, option)) };
  }
  if (faced.type === 'relationship' && faced.relationTo === 'images') {
    return { ...faced, admin: { ...faced.admin, ...pictureParts } } as Field;
  }
  if (faced.type === 'array') {
    const singular = wordsFor(collection, `${faced.name}.one`);
    return singular && label ? { ...faced, labels: { singular, plural: label } } : faced;
  }
  return faced;
};

/** Names every field and option of a collection in the four languages of the studio. */
export const withFieldWords = (collection: string, fields: readonly Field[]): Field[] =>
  fields.map((field) => {
    const faced = named(collection, field);
    return 'fields' in faced && Array.isArray(faced.fields)
      ? ({ ...faced, fields: withFieldWords(collection, faced.fields) } as Field)
      : faced;
  });
