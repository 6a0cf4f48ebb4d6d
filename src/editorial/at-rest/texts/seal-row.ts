import type { Failure } from '#errors/failure.ts';
import { isExactText } from '#sealing/exact-text.ts';
import { isSealedText, type OpenText, openTextReader, openTextSeal } from '#sealing/sealed-text.ts';
import { markLost } from './lost-mark.ts';
import { inPlaceOf, isLost, stoodInPlace } from './lost-texts.ts';
import { mapFields } from './map-texts.ts';
import { exactFields, exactFieldsOf, type SealedAs, sealedFields } from './sealed-fields.ts';
import type { Row, TextSealing } from './sealing.ts';

type Doc = Readonly<Record<string, unknown>>;

/** The field without the language: a text is looked up whatever language it is of. */
const fieldOf = (place: string): string => place.split('.')[0] ?? place;

/** Whether anything of a collection is sealed. */
export const isSealedCollection = (collection: string): boolean => collection in sealedFields;

/** Whether what is written to a collection has anything in it that is sealed there. */
export const touchesSealed = (collection: string, data: Doc): boolean =>
  [...Object.keys(sealedFields[collection] ?? {}), ...(exactFields[collection] ?? [])].some(
    (path) => data[fieldOf(path)] !== undefined,
  );

/** What is written of a row, as it goes to the database: all of it under one data key. */
export const sealRow = async (row: Row, data: Doc, sealing: TextSealing): Promise<Record<string, unknown>> => {
  const fields = sealedFields[row.collection] ?? {};
  const seal = await openTextSeal(row, await sealing.keys());
  const sealed = await mapFields(data, fields, async (place, value) => {
    if (stoodInPlace(value)) return null;
    return seal(place, typeof value === 'string' && !isWhole(fields, place) ? value : JSON.stringify(value));
  });
  const exact = await sealing.exact();
  return mapFields(sealed, exactFieldsOf(row.collection), async (place, value) =>
    typeof value === 'string' ? exact.seal(row.collection, fieldOf(place), value) : value,
  );
};

/** How a row is opened. */
export interface Opening {
  /** One for all that is read at once: each data key is unwrapped once. */
  readonly open?: OpenText;
  /** Of many rows, one that is lost does not keep the others from being read: told of, it shows in its places what has happened. */
  readonly onLost?: (why: Failure) => void;
}

/**
 * What of a row came from the database, as it was written. What lies open, from a time before, is given as it is.
 * @throws what opening a text throws; where `onLost` is given, not for what is lost for good: then the row is marked
 */
export const openRow = async (
  row: Omit<Row, 'level'>,
  doc: Doc,
  sealing: TextSealing,
  { open = openTextReader(sealing.keys), onLost }: Opening = {},
): Promise<Record<string, unknown>> => {
  const fields = sealedFields[row.collection] ?? {};
  const lost: Failure[] = [];
  const unlessLost = async (read: () => Promise<unknown>, instead: (why: Failure) => unknown): Promise<unknown> => {
    try {
      return await read();
    } catch (cause) {
      if (!onLost || !isLost(cause)) throw cause;
      onLost(cause);
      lost.push(cause);
      return instead(cause);
    }
  };
  const opened = await mapFields(doc, fields, async (place, value) => {
    if (!isSealedText(value)) return value;
    return unlessLost(
      async () => {
        const text = await open(row, place, value);
        return isWhole(fields, place) ? JSON.parse(text) : text;
      },
      (why) => (isWhole(fields, place) ? null : inPlaceOf(place, why)),
    );
  });
  const whole = await mapFields(opened, exactFieldsOf(row.collection), async (place, value) => {
    if (!isExactText(value)) return value;
    // Words in the place of an address would lead to another record
    return unlessLost(
      async () => (await sealing.exact()).open(row.collection, fieldOf(place), value),
      () => null,
    );
  });
  if (lost.length > 0)
    markLost(
      whole,
      lost.every(({ code }) => code === 'seal-key-destroyed'),
    );
  return whole;
};

/** @param place with a language behind it, where it has one */
const isWhole = (fields: Readonly<Record<string, SealedAs>>, place: string): boolean =>
  (fields[place] ?? fields[place.split('.').slice(0, -1).join('.')]) === 'whole';
