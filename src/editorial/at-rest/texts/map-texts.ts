import { studioLocales } from '#languages/locales.ts';
import type { SealedAs } from './sealed-fields.ts';

/** What becomes of one value. @param place path of the field, with the language where it has one */
export type Change = (place: string, value: unknown) => Promise<unknown>;

type Doc = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isByLanguage = (value: Doc): boolean => {
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => (studioLocales as readonly string[]).includes(name));
};

/** A copy of a document with the values of some fields changed. What is not there stays away, and what is empty stays empty. */
export const mapFields = async (
  doc: Doc,
  fields: Readonly<Record<string, SealedAs>>,
  change: Change,
): Promise<Record<string, unknown>> => {
  const copy: Record<string, unknown> = { ...doc };
  for (const [path, as] of Object.entries(fields)) {
    const [name = '', ...below] = path.split('.');
    if (copy[name] === undefined || copy[name] === null) continue;
    copy[name] = await mapAt(copy[name], below, { place: path, as }, change);
  }
  return copy;
};

interface At {
  readonly place: string;
  readonly as: SealedAs;
}

const mapAt = async (value: unknown, below: readonly string[], at: At, change: Change): Promise<unknown> => {
  const [name, ...rest] = below;
  if (name === undefined) return mapValue(value, at, change);
  if (Array.isArray(value)) return inTurn(value, (one) => mapAt(one, below, at, change));
  // A list of which each language has its own
  if (isRecord(value) && isByLanguage(value)) {
    const entries = await inTurn(Object.entries(value), async ([locale, one]) => [
      locale,
      await mapAt(one, below, at, change),
    ]);
    return Object.fromEntries(entries as [string, unknown][]);
  }
  if (!isRecord(value) || value[name] === undefined || value[name] === null) return value;
  return { ...value, [name]: await mapAt(value[name], rest, at, change) };
};

const mapValue = async (value: unknown, { place, as }: At, change: Change): Promise<unknown> => {
  if (value === null || value === undefined) return value;
  if (isRecord(value) && isByLanguage(value)) {
    const entries = await inTurn(Object.entries(value), async ([locale, one]) => [
      locale,
      await mapValue(one, { place: `${place}.${locale}`, as }, change),
    ]);
    return Object.fromEntries(entries as [string, unknown][]);
  }
  if (as === 'texts' && Array.isArray(value)) {
    const texts = await inTurn(value, (one) => mapValue(one, { place, as }, change));
    // A list of texts has no room for one that is not there
    return texts.filter((one) => one !== null);
  }
  return change(place, value);
};

const inTurn = async <T>(values: readonly T[], map: (value: T) => Promise<unknown>): Promise<unknown[]> => {
  const mapped: unknown[] = [];
  for (const value of values) mapped.push(await map(value));
  return mapped;
};
