import type { Where } from 'payload';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale } from '#languages/locales.ts';
import type { ExactTexts } from '#sealing/exact-text.ts';
import { exactFields, sealedFields } from './sealed-fields.ts';

/** The collection that a field of another one names records of; undefined where it names none, or several. */
export type Related = (collection: string, field: string) => string | undefined;

/** A field that is sealed, and whether the same text is the same bytes in it. */
interface Sealed {
  readonly collection: string;
  readonly field: string;
  readonly isExact: boolean;
}

/** Which sealed field a path names, through other records too; null: none. */
export const sealedFieldAt = (collection: string, path: string, related: Related): Sealed | null => {
  // Payload and both databases read two low lines as a dot
  const parts = path.split(/\.|__/).filter((part) => !isStudioLocale(part) && !/^\d+$/.test(part));
  if (parts[0] === 'version') parts.shift();
  const plain = parts.join('.');
  const isAt = (field: string) => plain === field || plain.startsWith(`${field}.`);
  const exact = exactFields[collection]?.find(isAt);
  const field = exact ?? Object.keys(sealedFields[collection] ?? {}).find(isAt);
  if (field !== undefined) return { collection, field, isExact: exact !== undefined };
  const [name = '', ...rest] = parts;
  const other = rest.length > 0 ? related(collection, name) : undefined;
  return other === undefined ? null : sealedFieldAt(other, rest.join('.'), related);
};

const equalities: ReadonlySet<string> = new Set(['equals', 'not_equals', 'in', 'not_in']);

/**
 * A condition as the database has to be asked: what is looked up by its text is looked up by what lies there.
 * @throws Failure `field-sealed` where words are asked for that the database does not know
 */
export const askedOfSealed = (collection: string, where: Where, exact: ExactTexts, related: Related): Where =>
  Object.fromEntries(
    Object.entries(where).map(([path, condition]) => {
      if (Array.isArray(condition))
        return [path, condition.map((part) => askedOfSealed(collection, part, exact, related))];
      const sealed = sealedFieldAt(collection, path, related);
      return [path, sealed === null ? condition : askedOf(sealed, path, condition, exact)];
    }),
  );

const askedOf = (sealed: Sealed, path: string, condition: object, exact: ExactTexts): Where[string] =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, value]) => {
      const isOfPresence =
        operator === 'exists' || (equalities.has(operator) && (value === null || value === undefined));
      if (isOfPresence) return [operator, value];
      if (!sealed.isExact || !equalities.has(operator)) throw new Failure('field-sealed', { field: path });
      const seal = (one: unknown) => (typeof one === 'string' ? exact.seal(sealed.collection, sealed.field, one) : one);
      return [operator, Array.isArray(value) ? value.map(seal) : seal(value)];
    }),
  ) as Where[string];

/**
 * A question without the orders that the database cannot keep: what lies in it for a text says nothing of where the text would stand. Where
 * none is left, the newest come first, as the adapters do by themselves.
 */
export const orderedOpenly = <T extends { readonly collection: string; readonly sort?: unknown }>(
  question: T,
  related: Related,
): T => {
  const { collection, sort, ...rest } = question;
  if (sort === undefined || sort === null) return question;
  const asked = (Array.isArray(sort) ? sort : String(sort).split(',')).map((one) => String(one).trim());
  const kept = asked.filter((one) => sealedFieldAt(collection, one.replace(/^-/, ''), related) === null);
  if (kept.length === asked.length) return question;
  return { collection, ...rest, ...(kept.length > 0 && { sort: kept }) } as unknown as T;
};
