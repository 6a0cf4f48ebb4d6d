import type { FlattenedField } from 'payload';
import { Failure } from '#errors/failure.ts';
import { isRealInstant } from './real-date.ts';

/** Names that forms send beside the fields of a collection, and that mean nothing or are handled elsewhere. */
const besides = new Set([
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'deletedAt',
  'collection',
  'file',
  'password',
  'confirm-password',
]);

const isText = (value: unknown): value is string => typeof value === 'string';
const isId = (value: unknown): boolean => isText(value) && value.length > 0 && value.length <= 64;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A form sends a document that it has read in full; its id is what is meant. */
const isReference = (value: unknown): boolean => isId(value) || (isObject(value) && isId(value.id));

/** Largest JSON of a rich text, in UTF-16 units: about a hundred printed pages. */
const longestRichText = 1_000_000;

/** Databases without transactions keep hints of what is refused late: what a field cannot hold is refused here. */
const isOption = (options: readonly unknown[], value: unknown): boolean =>
  isText(value) &&
  (options.length === 0 || options.some((one) => one === value || (isObject(one) && one.value === value)));

const isWithin = ({ min = -Infinity, max = Infinity }: { min?: number; max?: number }, value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;

const isOne = (field: FlattenedField, value: unknown): boolean => {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return isText(value);
    case 'select':
    case 'radio':
      return isOption(field.options, value);
    case 'number':
      return isWithin(field, value);
    case 'checkbox':
      return typeof value === 'boolean';
    case 'date':
      return value instanceof Date || (isText(value) && isRealInstant(value));
    case 'relationship':
      return isReference(value);
    case 'richText':
      return isObject(value) && isObject(value.root) && JSON.stringify(value).length <= longestRichText;
    case 'group':
      return isObject(value);
    case 'array':
      return isObject(value);
    default:
      return true;
  }
};

const isMany = (field: FlattenedField): boolean =>
  field.type === 'array' || ('hasMany' in field && field.hasMany === true);

const checkLength = (field: FlattenedField, value: unknown, path: string): void => {
  const max = 'maxLength' in field && typeof field.maxLength === 'number' ? field.maxLength : 40_000;
  if (isText(value) && field.type !== 'richText' && value.length > max)
    throw new Failure('text-too-long', { field: path, max });
};

const checkField = (field: FlattenedField, value: unknown, path: string): void => {
  if (value === null || value === undefined || (value === '' && field.type !== 'number')) return;
  const values = isMany(field) ? value : [value];
  if (!Array.isArray(values) || values.length > 200) throw new Failure('field-invalid', { field: path });
  for (const one of values) {
    checkLength(field, one, path);
    if (!isOne(field, one)) throw new Failure('field-invalid', { field: path });
    if ((field.type === 'group' || field.type === 'array') && isObject(one))
      checkFields(field.flattenedFields, one, `${path}.`);
  }
};

/**
 * Looks at what somebody sent before anything is done with it: every name is a field of the collection, every value of
 * the kind that the field holds, no text longer than the field takes, every date on the calendar.
 *
 * @throws Failure `field-unknown`, `field-invalid` or `text-too-long`, with the field's path
 */
export const checkFields = (fields: readonly FlattenedField[], data: Record<string, unknown>, prefix = ''): void => {
  const byName = new Map(fields.map((field) => [field.name, field]));
  for (const [key, value] of Object.entries(data)) {
    const field = byName.get(key);
    const path = `${prefix}${key}`;
    if (field) checkField(field, value, path);
    else if (!(besides.has(key) || (prefix !== '' && key === 'blockType')))
      throw new Failure('field-unknown', { field: path.slice(0, 60) });
  }
};
