import type { Where } from 'payload';
import type { ExactTexts } from '#sealing/exact-text.ts';
import { exactFields } from './sealed-fields.ts';

const exactField = (collection: string, path: string): string | undefined =>
  exactFields[collection]?.find((name) => new RegExp(`^(?:version\\.)?${name}(?:\\.[a-z]{2})?$`).test(path));

/** A condition as the database has to be asked: what is looked up by its text is looked up by what lies there. */
export const sealedWhere = (collection: string, where: Where, exact: ExactTexts): Where =>
  Object.fromEntries(
    Object.entries(where).map(([path, condition]) => {
      if (Array.isArray(condition)) return [path, condition.map((part) => sealedWhere(collection, part, exact))];
      const field = exactField(collection, path);
      return [
        path,
        field === undefined ? condition : sealedCondition(condition, (text) => exact.seal(collection, field, text)),
      ];
    }),
  );

const sealedCondition = (condition: object, seal: (text: string) => string): Where[string] =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, value]) => {
      if (Array.isArray(value)) return [operator, value.map((one) => (typeof one === 'string' ? seal(one) : one))];
      return [operator, typeof value === 'string' && operator !== 'exists' ? seal(value) : value];
    }),
  ) as Where[string];
